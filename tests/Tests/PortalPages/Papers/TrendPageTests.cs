using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Reporting.Papers;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Tests.Web;
using MonitoringReturns.Web.Pages.Programmes.Papers;

namespace MonitoringReturns.Tests.PortalPages.Papers;

/// <summary>Figures over time, drawn: what is joined by a line, what is not, and what is marked.</summary>
public sealed class TrendPageTests
{
    [Fact]
    public async Task Chart_OfAFigureThatWasNotAskedForATime_HasAGapACrossAndAMarkForEachForm()
    {
        // Five periods on three forms; the second form does not ask it, and in the last nobody answered.
        var page = await PageAsync(1, [
            ["Spring", "1", Cell.OfCount(40)], ["Summer", "1", Cell.OfCount(60)], ["Autumn", "2 (changed)", Cell.NotAsked], ["Winter", "3 (changed)", Cell.OfCount(1250)], ["Spring again", "3", Cell.Empty],
        ]);
        var chart = page.QuerySelector("svg.portal-time-chart__lines")!;
        Assert.Single(chart.QuerySelectorAll(".portal-time-chart__line"));
        Assert.Equal(3, chart.QuerySelectorAll("circle").Length);
        Assert.Single(chart.QuerySelectorAll(".portal-time-chart__not-asked"));
        Assert.Equal(2, chart.QuerySelectorAll(".portal-time-chart__mark").Length);
        Assert.Equal(["form 2", "form 3", "1,250", "0"], chart.QuerySelectorAll("text").Select(text => text.TextContent));
        Assert.Equal(
            "Spring: 40; Summer: 60; Autumn: not asked, form 2 from here on; Winter: 1,250, form 3 from here on; Spring again: no figure", chart.QuerySelector("desc")!.TextContent);
        Assert.Contains("A cross at the foot: not asked in that period. A broken line: from there on, another version of the form is asked.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Spring", "Spring again"], page.QuerySelectorAll(".portal-time-chart__ends span").Select(end => end.TextContent));
    }

    [Fact]
    public async Task Chart_OfAFigureThatIsAlwaysThere_HasNeitherGapNorMark()
    {
        var page = await PageAsync(1, [["Spring", "1", Cell.OfMoney(40)], ["Summer", "1", Cell.OfMoney(-5)], ["Autumn", "1", Cell.OfMoney(20)]]);
        Assert.Equal(2, page.QuerySelectorAll(".portal-time-chart__line").Length);
        Assert.Empty(page.QuerySelectorAll(".portal-time-chart__mark, .portal-time-chart__not-asked, .portal-charts p.govuk-body-s"));
        Assert.Equal(["£40.00", "-£5.00"], page.QuerySelectorAll(".portal-time-chart text").Select(text => text.TextContent));
    }

    [Fact]
    public async Task Page_OfMoreIndicatorsThanFit_LeadsToTheRest()
    {
        var first = await PageAsync(14, [["Spring", "1", Cell.OfCount(40)], ["Summer", "1", Cell.OfCount(60)]]);
        var rest = await PageAsync(14, [["Spring", "1", Cell.OfCount(40)], ["Summer", "1", Cell.OfCount(60)]], charts: 12);
        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"Indicator {number}"), first.QuerySelectorAll(".portal-charts h2").Select(heading => heading.TextContent));
        Assert.Equal(["Period", "Form version", "Returns in", .. Enumerable.Range(1, 12).Select(number => $"Indicator {number}")], Headings(first));
        Assert.Contains("Indicators 1 to 12 of 14.", first.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/programmes/grant-aid/2026-h2/trend?charts=12#charts", first.QuerySelector<IHtmlAnchorElement>("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(["Indicator 13", "Indicator 14"], rest.QuerySelectorAll(".portal-charts h2").Select(heading => heading.TextContent));
        Assert.Equal(["Period", "Form version", "Returns in", "Indicator 13", "Indicator 14"], Headings(rest));
        Assert.Null(rest.QuerySelector("a[rel=next]"));
        Assert.Equal("/programmes/grant-aid/2026-h2/trend#charts", rest.QuerySelector<IHtmlAnchorElement>("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(12, (await PageAsync(14, [["Spring", "1", Cell.OfCount(40)], ["Summer", "1", Cell.OfCount(60)]], charts: 500)).QuerySelectorAll(".portal-charts h2").Length);
    }

    private static IEnumerable<string> Headings(IHtmlDocument page) => page.QuerySelectorAll("#indicator-trend thead th").Select(heading => heading.TextContent.Trim());

    /// <param name="periods">Each its name, its form as the sheet says it, and the figure that all indicators have.</param>
    private static Task<IHtmlDocument> PageAsync(int indicators, object[][] periods, int charts = 0)
    {
        KeptColumn[] columns =
        [
            new("period", "Period", CellKind.Text), new("form", "Form version", CellKind.Text), new("returns", "Returns in", CellKind.Count),
            .. Enumerable.Range(1, indicators).Select(number => new KeptColumn($"i{number}-actual", $"Indicator {number}", CellKind.Number)),
        ];
        var table = new KeptTable("Trend", "IndicatorTrend", "", columns, periods.Length, []);
        var rows = new KeptRows(table, 0, [.. periods.Select(period => (Cell[])
            [Cell.OfText((string)period[0]), Cell.OfText((string)period[1]), Cell.OfCount(1), .. Enumerable.Repeat((Cell)period[2], indicators)])]);
        var programme = A.Programme();
        var key = ReportKey.Of(programme.Id, programme.Calendar[0].Id);
        var of = new PeriodReport(
            new ProgrammeAccess(programme, new[] { A.Council.Id }.ToFrozenSet(), FrozenSet<OrganisationId>.Empty), programme.Calendar[0], A.Council,
            new AskedReport(programme, ReportState.None(key), Stale: false, [key.To], A.Council.Id), Report: null);
        return Shown.OfAsync<TrendPage>(("Model", new TrendModel(new TrendOfProgramme(of, rows, null), charts)));
    }
}
