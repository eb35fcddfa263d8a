using AngleSharp.Html.Dom;
using MonitoringReturns.Tests.PortalPages.Setup;

namespace MonitoringReturns.Tests.PortalPages.Forms;

/// <summary>Beside what answers were used for stands how often they were read.</summary>
public sealed class UseCountTests(PagesFixture fixture)
{
    [Fact]
    public async Task Counts_OfOpeningsAndDownloads_StandBesideTheUsesAndWhatGoes()
    {
        var test = await NoticeCase.OfAsync(fixture);
        Assert.Contains("Section never opened by a funder.", (await test.OfProviderAsync("/use/2026")).MainWords(), StringComparison.Ordinal);

        // A program of the council downloads the report, and one of its people reads the return on two days.
        await test.Setup.ReportedAsync("2026-Q1", 41, NoticeCase.July10);
        var address = $"/programmes/{test.Id}/2026-Q1/returns/{SetupCase.AwardId}";
        foreach (var minutes in new[] { 1, 90, 24 * 60 })
        {
            test.Setup.At(NoticeCase.July10.AddMinutes(minutes));
            await test.Setup.Lead.PageAsync(address);
        }
        var funder = test.Setup.Funder.Name;
        foreach (var page in new[] { await test.OfLeadAsync("/use/2026"), await test.OfProviderAsync("/use/2026") })
        {
            Assert.Contains($"Reach Section opened: {funder} 2 times.", page.MainWords(), StringComparison.Ordinal);
            Assert.Equal($"Indicator downloaded: {funder} once.", Beside(page, "People helped"));
            Assert.Null(Beside(page, "New people"));
        }

        // Once the year is over, what nobody claims is up for removal, with the same beside it.
        var over = (await test.Setup.Calls.GetAsync($"/api/v1/programmes/{test.Id}/form/uses/2026", NoticeCase.Day(2027, 2, 1))).Json.GetProperty("questions").EnumerateArray().ToDictionary(use => use.GetProperty("question").GetString()!);
        Assert.Equal((true, 2, 1), (over["helped"].GetProperty("upForRemoval").GetBoolean(), over["helped"].GetProperty("opened")[0].GetProperty("times").GetInt32(), over["helped"].GetProperty("downloaded")[0].GetProperty("times").GetInt32()));
        Assert.Equal((true, 2, false), (over["new"].GetProperty("upForRemoval").GetBoolean(), over["new"].GetProperty("opened")[0].GetProperty("times").GetInt32(), over["new"].TryGetProperty("downloaded", out _)));
    }

    private static string? Beside(IHtmlDocument page, string question) =>
        page.QuerySelectorAll("section.portal-change").First(section => ShownPage.Words(section).StartsWith(question, StringComparison.Ordinal)).QuerySelector("p.portal-small") is { } counted ? ShownPage.Words(counted) : null;
}
