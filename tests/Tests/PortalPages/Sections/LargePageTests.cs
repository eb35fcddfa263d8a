using System.Diagnostics;
using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;

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

    [Fact]
    public async Task Page_OfTheLargestTable_CostsNotMuchMoreThanATrivialOne()
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
        TestContext.Current.TestOutputHelper?.WriteLine($"trivial {trivial:0.0} ms, largest {largest:0.0} ms");
        Assert.True(largest <= 3 * trivial, $"The largest page took {largest:0.0} ms, a trivial one {trivial:0.0} ms.");
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
        using var answer = await set.Browser.GetAsync(set.Address(section));
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
