using System.Globalization;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting.Sheets;

/// <summary>Every sheet of a case worked out by hand.</summary>
public sealed class SmallCaseTests
{
    private static readonly (RecordingReportWriter Report, ReportCount Count) Written = Reports.Write(SmallCase.Form, SmallCase.Programme, SmallCase.Lines);

    private static RecordingReportWriter Report => Written.Report;

    [Fact]
    public void Report_HasItsSheetsInThisOrder() =>
        Assert.Equal(["Summary", "Help asked for", "Awards", "Indicators", "Answers", "In their words", "Funders", "Trend", "Reporting time", "About"], Report.Sheets.Select(sheet => sheet.Sheet.Name));

    [Fact]
    public void Summary_CountsReturns() =>
        Assert.Equal(
            ["Returns due | 4", "Returns in | 2", "Corrected since | 1", "Queried | 0", "Providers that ask for help | 1", "In on time | 1", "In late | 1", "In draft | 1", "Not started | 1"],
            Report["Summary"]["Glance"].Shown.Concat(Report["Summary"]["Returns"].Shown));

    [Fact]
    public void Summary_SetsActualsAgainstTheProfileOfFiguresIn() => Assert.Equal(
        [
            "Indicator people | Less lonely | people | 4 | 2 | 250 | 200 | 200 | 200 | 0% | ",
            "Indicator spent |  | £ | 4 | 1 | £1,000.00 | £1,000.00 | £1,250.50 | £1,250.50 | 25.1% | ",
            "Indicator meals |  | meals | 3 | 1 |  |  |  | 0 |  | ",
            "Indicator friends |  | people | 1 | 1 | 4 | 4 | 5 | 5 | 25% | ",
        ],
        Report["Summary"]["IndicatorTotals"].Shown);

    [Fact]
    public void Summary_BreaksFiguresDownByEveryChoice() => Assert.Equal(
        ["North | 1 | 80 | £1,250.50 | ", "South | 1 | 120 |  | 0", "East | 0 |  |  | "], Report["Summary"]["By0"].Shown);

    [Fact]
    public void Help_ShowsWhatWasAskedFor() => Assert.Equal(["a1 | Provider of a1 | 2026-h2 | The help | A van"], Report["Help asked for"]["Help"].Shown);

    [Fact]
    public void Summary_SaysWhoseAndWhen()
    {
        var sheet = Report["Summary"].Sheet;
        Assert.Equal("Grant aid: July to December 2026", sheet.Title);
        Assert.Equal("Consolidated monitoring report for Nottinghamshire County Council, from the returns in at 1 July 2027, 09:00:05 (UK time).", sheet.Notes[0]);
    }

    [Fact]
    public void Summary_TellsItsChartsInWords() => Assert.Equal(
        [
            "Bars: of 4 returns due, 1 in on time, 1 late, 1 in draft, 1 not started.",
            "Bars, against profile: Indicator people 0% above; Indicator spent 25.1% above; Indicator friends 25% above.",
            "Bars: returns in by the district. None in East.",
        ],
        Report["Summary"].Charts.Select(chart => chart.AlternativeText));

    [Fact]
    public void Awards_HaveARowEach() => Assert.Equal(
        [
            "a1 | Provider of a1 | GB-CHC-1044239 |  | Lunch club | £30,000.00 | Nottinghamshire County Council £20,000.00; The Trust £10,000.00 | Submitted | On time"
                + " | 20 January 2027 09:30 | 20 January 2027 09:30 | 1 | 1 of 1 | 35 | Ann O'Neill, Chair | 25% |  | The people: The hall was closed. | 100 | 80 | £1,000.00 | £1,250.50 |  | not asked | 4 | 5",
            "a2 | Provider of a2 | GB-CHC-1044239 |  |  | £30,000.00 | Nottinghamshire County Council | Corrected | Late"
                + " | 1 February 2027 00:00 | 2 February 2027 00:00 | 2 | 1 of 1 | 35 | Ann O'Neill, Chair | 20% |  |  | 100 | 120 |  |  |  | 0 |  | not asked",
            "a3 | Provider of a3 | GB-CHC-1044239 |  |  | £30,000.00 |  | Not started | Not in |  |  |  | 0 of 1 |  |  |  |  |  | 50 |  |  |  |  |  |  | not asked",
            "a4 | Provider of a4 | GB-CHC-1044239 |  |  | £30,000.00 |  | In draft | Not in |  |  |  | 0 of 1 |  |  |  |  |  |  |  |  |  |  |  |  | not asked",
        ],
        Report["Awards"]["Awards"].Shown);

    [Fact]
    public void Indicators_HaveARowAnAwardAndIndicator() => Assert.Equal(
        [
            "a1 | Provider of a1 | 2026-h2 | Indicator people | people | Output | 100 | 80 | -20% | Reported | 100 | 80 | -20% |  | ",
            "a1 | Provider of a1 | 2026-h2 | Indicator spent | £ | Output | £1,000.00 | £1,250.50 | 25.1% | Reported | £1,000.00 | £1,250.50 | 25.1% |  | ",
            "a1 | Provider of a1 | 2026-h2 | Indicator meals | meals | Output |  | not asked |  | Not asked |  |  |  |  | ",
            "a1 | Provider of a1 | 2026-h2 | Indicator friends | people | Outcome | 4 | 5 | 25% | Reported | 4 | 5 | 25% |  | ",
            "a2 | Provider of a2 | 2026-h2 | Indicator people | people | Output | 100 | 120 | 20% | Reported | 100 | 120 | 20% |  | ",
            "a2 | Provider of a2 | 2026-h2 | Indicator spent | £ | Output |  |  |  | Not answered |  |  |  |  | ",
            "a2 | Provider of a2 | 2026-h2 | Indicator meals | meals | Output |  | 0 |  | Reported |  | 0 |  |  | ",
            "a2 | Provider of a2 | 2026-h2 | Indicator friends | people | Outcome |  | not asked |  | Not asked |  |  |  |  | ",
            "a3 | Provider of a3 | 2026-h2 | Indicator people | people | Output | 50 |  |  | No return |  |  |  |  | ",
        ],
        Report["Indicators"]["Indicators"].Shown.Take(9));

    [Fact]
    public void Answers_HaveARowAReturnAndTellNotAskedFromEmptyAndZero()
    {
        const string unasked = " | not asked | not asked";
        Assert.Equal(
            [
                "a1 | Provider of a1 | 2026-h2 | 1 | 20 January 2027 09:30 | North | 80 | £1,250.50 | No | not asked | 2 | £500.50 | Lottery, £500.00; Shop, £0.50 | A van"
                    + " | They met weekly. | 5" + unasked + unasked + unasked,
                "a2 | Provider of a2 | 2026-h2 | 2 | 2 February 2027 00:00 | South | 120 |  | Yes | 0 |  |  |  | " + unasked + unasked + unasked + unasked,
            ],
            Report["Answers"]["Answers"].Shown);
        Assert.Equal([CellKind.NotAsked, CellKind.Count], Report["Answers"]["Answers"]["meals"].Select(cell => cell.Kind));
        Assert.Equal([CellKind.Money, CellKind.Empty], Report["Answers"]["Answers"]["spent"].Select(cell => cell.Kind));
    }

    [Fact]
    public void Words_HoldLongTextsAndExplanations() => Assert.Equal(
        [
            "a1 | Provider of a1 | 2026-h2 | Section reach | The people | Explanation | The hall was closed.",
            "a1 | Provider of a1 | 2026-h2 | Section reach | The help | Answer | A van",
            "a1 | Provider of a1 | 2026-h2 | Section outcome 1: Less lonely | Outcome 1: The how | Answer | They met weekly.",
        ],
        Report["In their words"]["Words"].Shown);

    [Fact]
    public void ReportingTime_DividesMinutesByContribution() => Assert.Equal(
        ["Nottinghamshire County Council: 58.33", "The Trust: 11.67"],
        Report["Reporting time"]["ReportingTime"].Shown.Select(row => row.Split(" | ")).Where(cells => cells[0] == "Share").Select(cells => $"{cells[1]}: {cells[4]}"));

    [Fact]
    public void About_NamesWhatItWasMadeFrom()
    {
        var about = Report["About"];
        Assert.Equal(
            [
                "Programme | Grant aid (grant-aid)", "Programme version | 2", "Lead funder | Nottinghamshire County Council (GB-LAE-NTT)",
                "Report for | Nottinghamshire County Council (GB-LAE-NTT)",
                "Period | July to December 2026 (2026-h2)", "First day | 1 July 2026", "Last day | 31 December 2026", "Due | 31 January 2027",
                "Form | Grant aid (grant-aid), version 1", $"Form digest (SHA-256) | {SmallCase.Form.ContentHash}", "Rules version | 3", "Cut number | 3",
                "Cut taken (UK time) | 1 July 2027 09:00", "Awards | 4", "Returns due | 4", "Returns in | 2", "Earlier returns used | 0", "Manifest digest (SHA-256) | 5eed",
            ],
            about["Manifest"].Shown);
        Assert.Equal(
            [
                "district | The district | Section reach | oneChoice |  | No |  | ", "people | The people | Section reach | count | people | Yes | To plan | Officers",
            ],
            about["Questions"].Shown.Take(2));
        Assert.Equal("counted-4 | Outcome 4: The counted | Section outcome 4 | count | as agreed in the award | No |  | ", about["Questions"].Shown[^1]);
        Assert.Equal(
            [
                $"a1 | {SmallCase.Lines[0].Entry.Digest} | Submitted | 1 | 1 | 2026-h2", $"a2 | {SmallCase.Lines[1].Entry.Digest} | Corrected | 2 | 4 | 2026-h2",
                "a3 |  | Not started |  | 1 | 2026-h2", "a4 |  | In draft |  | 1 | 2026-h2",
            ],
            about["ManifestReturns"].Shown);
    }

    [Fact]
    public void About_CountsTheRowsOfEverySheetBeforeIt()
    {
        Assert.Equal(
            Report.Sheets.SkipLast(1).Select(sheet => string.Create(CultureInfo.InvariantCulture, $"{sheet.Sheet.Name} | {sheet.Rows}")), Report["About"]["RowCounts"].Shown);
        Assert.Equal(new ReportCount(2, Report.Tables.Sum(table => table.Rows.Count)), Written.Count);
    }
}
