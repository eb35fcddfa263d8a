using System.Diagnostics;
using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Web.Assets;

namespace MonitoringReturns.Tests.PortalPages.Sections;

/// <summary>The page of the largest table: 33 rows by 12 columns, all of them answered and with last time beside them.</summary>
public sealed class LargePageTests(PagesFixture fixture)
{
    private const int Asked = 40;

    [Fact]
    public async Task Page_OfTheLargestTable_IsSavedAndShownWhole()
    {
        var set = await FilledAsync();

        var page = await set.PageAsync("large");

        Assert.Equal(396, page.QuerySelectorAll("[data-cell]").Length);
        Assert.Equal(("1", "396"), (SectionPageTests.Value(page, "t/b1/m1"), SectionPageTests.Value(page, "t/b33/m12")));
        Assert.Equal("6,369", page.QuerySelector("[data-total=m1]")!.TextContent);
        Assert.Equal("6,732", page.QuerySelectorAll("[data-total]").Last().TextContent);
    }

    /// <summary>What a browser fetches: the page, its style sheet and its script. The largest table is far beyond a usual section.</summary>
    [Fact]
    public async Task Pages_OverTheWire_AreLight()
    {
        var set = await FilledAsync();
        var kept = await WeightAsync(set, SiteAssets.StyleSheet) + await WeightAsync(set, SiteAssets.Script);
        var (small, large) = (await WeightAsync(set, set.Address("small")), await WeightAsync(set, set.Address("large")));

        Note($"style sheet and script {kept:N0} bytes; a page of one question {small:N0}, of the largest table {large:N0}");
        Assert.InRange(kept + large, 1, 60 * 1024);
        Assert.InRange(large, 1, 12 * 1024);
    }

    /// <summary>Times are noted, never judged: the file that <c>LARGE_PAGE_REPORT</c> names gets them.</summary>
    [Fact]
    public async Task Page_OfTheLargestTable_ComesAsOftenAsItIsAsked()
    {
        var set = await FilledAsync();
        var (small, large) = (new List<double>(), new List<double>());

        // One after the other in turn, so that what else the machine does falls on both.
        for (var time = 0; time < Asked; time++)
        {
            small.Add(await TimedAsync(set, "small"));
            large.Add(await TimedAsync(set, "large"));
        }

        var (trivial, largest) = (Median(small), Median(large));
        Note($"a page of one question {trivial:0.0} ms, of the largest table {largest:0.0} ms, {largest / trivial:0.00} times; medians of {Asked} each");
        Assert.Equal((Asked, Asked), (small.Count, large.Count));
    }

    private static void Note(FormattableString figure)
    {
        if (Environment.GetEnvironmentVariable("LARGE_PAGE_REPORT") is { } file)
            File.AppendAllLines(file, [FormattableString.Invariant(figure)]);
    }

    private static async Task<int> WeightAsync(SectionCase set, string address)
    {
        using var answer = await set.Browser.GetAsync(address, ("Accept-Encoding", "gzip, br"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private async Task<SectionCase> FilledAsync()
    {
        var set = await SectionCase.SetUpAsync(fixture, Roles.Preparer, FormPagesTests.LargeTable.Replace("\"large\",\"version\"", "\"FORM\",\"version\"", StringComparison.Ordinal));
        var form = FilledForm.On(set.Browser, await set.PageAsync("large"));
        foreach (var row in Enumerable.Range(1, 33))
            foreach (var column in Enumerable.Range(1, 12))
                form.With($"t/b{row}/m{column}", $"{((row - 1) * 12) + column}");
        using var saved = await form.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        return set;
    }

    private static async Task<double> TimedAsync(SectionCase set, string section)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await set.Browser.GetAsync(set.Address(section), ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
