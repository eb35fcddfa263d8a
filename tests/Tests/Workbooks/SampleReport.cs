using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Tests.Workbooks;

/// <summary>A small but whole report: a summary with charts, awards and answers, as a lead funder gets it.</summary>
internal static class SampleReport
{
    public static readonly WorkbookProperties Properties = new(
        "Consolidated report", "Children's services, April to June 2026", "Monitoring Returns", "Tower Hamlets Council",
        new DateTimeOffset(2026, 7, 21, 9, 30, 0, TimeSpan.Zero));

    private static readonly string[] Indicators =
    [
        "Young people supported", "Sessions run", "Young people who feel safer", "Families with a named worker",
        "Volunteers trained", "Young people in work or training",
    ];

    public static byte[] Write(int awards)
    {
        using var output = new MemoryStream();
        using var workbook = new WorkbookWriter(output, Properties);
        Fill(workbook, awards);
        workbook.Complete();
        return output.ToArray();
    }

    public static void Fill(IReportWriter workbook, int awards)
    {
        Summary(workbook.AddSheet(new ReportSheet(
            "Summary", "Children's services: April to June 2026",
            ["Q1 of 2026/27, made on 21 July 2026 at 10:30 from 42 returns.", "Figures of returns under query are marked on the sheet Awards."])), awards);
        var awardSheet = workbook.AddSheet(new ReportSheet("Awards", "Awards", [], Large: true));
        var answerSheet = workbook.AddSheet(new ReportSheet("Answers", "", [], Large: true));
        awardSheet.BeginTable(AwardTable);
        answerSheet.BeginTable(AnswerTable);
        for (var i = 0; i < awards; i++)
        {
            awardSheet.WriteRow(Award(i));
            answerSheet.WriteRow(Answers(i));
        }
    }

    private static void Summary(IReportSheetWriter sheet, int awards)
    {
        sheet.BeginTable(new ReportTable("KeyFigures", "Key figures",
            [new("figure", "Figure", CellKind.Text, 34), new("value", "Value", CellKind.Count), new("note", "Note", CellKind.Text)]));
        sheet.WriteRow([Cell.OfText("Returns due"), Cell.OfCount(awards), Cell.Empty]);
        sheet.WriteRow([Cell.OfText("Returns in"), Cell.OfCount(awards - awards / 8), Cell.OfText("3 of them late")]);
        sheet.WriteRow([Cell.OfText("Paid in the period"), Cell.OfMoney(1_284_500.5m), Cell.Empty]);
        sheet.WriteRow([Cell.OfText("Asked for help"), Cell.OfCount(awards / 10), Cell.OfText("See the sheet Awards")]);

        sheet.BeginTable(new ReportTable("Indicators", "Indicators against profile",
        [
            new("indicator", "Indicator", CellKind.Text), new("profile", "Profile", CellKind.Count), new("actual", "Actual", CellKind.Count),
            new("difference", "% above or below", CellKind.Percentage), new("direction", "Direction", CellKind.Text, 14),
        ]));
        for (var i = 0; i < Indicators.Length && awards > 0; i++)
        {
            decimal profile = 400 + 130 * i;
            var actual = (long)(profile * (0.8m + 0.09m * i));
            sheet.WriteRow(
            [
                Cell.OfText(Indicators[i]), Cell.OfCount((long)profile), Cell.OfCount(actual), Cell.OfPercentage((actual - profile) / profile * 100),
                Cell.OfText(i % 2 == 0 ? "better" : "worse"),
            ]);
        }

        sheet.BeginTable(new ReportTable("Trend", "To date, by quarter",
            [new("quarter", "Quarter", CellKind.Text), new("supported", "Supported", CellKind.Count), new("cost", "Cost", CellKind.Money)]));
        for (var quarter = 1; quarter <= 4 && awards > 0; quarter++)
            sheet.WriteRow([Cell.OfText($"Q{quarter} 2025/26"), Cell.OfCount(180 * quarter + quarter * quarter * 15), Cell.OfMoney(310_000 + 4_000 * quarter)]);

        sheet.AddChart(new ReportChart(ChartKind.Bars, "Indicators against profile", "Bars: profile and actual of six indicators.",
            "Indicators", "indicator", ["profile", "actual"]));
        sheet.AddChart(new ReportChart(ChartKind.Columns, "Cost by quarter", "Columns: cost by quarter, level at £314,000 to £326,000.", "Trend", "quarter", ["cost"]));
        sheet.AddChart(new ReportChart(ChartKind.Line, "People supported, to date", "A line that rises from 195 to 960.", "Trend", "quarter", ["supported"]));
    }

    private static readonly ReportTable AwardTable = new("Awards", "",
    [
        new("award", "Award", CellKind.Text, 12), new("provider", "Provider", CellKind.Text, 32), new("status", "Status", CellKind.Text, 14),
        new("received", "Received", CellKind.Moment), new("ends", "Award ends", CellKind.Date), new("amount", "Amount of award", CellKind.Money),
        new("onProfile", "On profile", CellKind.Percentage), new("rating", "Average rating", CellKind.Number),
        new("words", "In the provider's own words", CellKind.Text, Wrap: true),
    ]);

    private static Cell[] Award(int i) =>
    [
        Cell.OfText($"CF-{1000 + i}"), Cell.OfText($"Provider & partners no. {i}"), Cell.OfText(i % 7 == 0 ? "queried" : "accepted"),
        i % 8 == 7 ? Cell.Empty : Cell.OfMoment(new DateTime(2026, 7, 3 + i % 12, 9, i % 60, 0)), Cell.OfDate(new DateOnly(2027, 3, 31)),
        Cell.OfMoney(24_999.99m + 1_000 * i), Cell.OfPercentage(87.5m + i % 20), i % 5 == 0 ? Cell.NotAsked : Cell.OfNumber(3.25m + i % 3),
        i % 3 == 0 ? Cell.OfText("We had to close for two weeks while the hall was repaired.\nAttendance has come back since, and two new volunteers have started.") : Cell.OfText("On track."),
    ];

    private static readonly ReportTable AnswerTable = new("Answers", "",
        [new("award", "Award", CellKind.Text, 12), new("provider", "Provider", CellKind.Text, 32), .. Enumerable.Range(1, 18).Select(Question)]);

    private static Column Question(int number) => new($"q{number}", $"{number}. {Indicators[number % Indicators.Length]}, aged {number} to {number + 4}",
        number % 6 == 0 ? CellKind.Text : CellKind.Count, Wrap: number == 12);

    private static Cell[] Answers(int i) =>
    [
        Cell.OfText($"CF-{1000 + i}"), Cell.OfText($"Provider & partners no. {i}"),
        .. Enumerable.Range(1, 18).Select(question => question switch
        {
            6 or 12 or 18 => Cell.OfText(i % 4 == 0 ? "=SUM(A1:A3)" : "Fewer sessions in half-term"),
            _ => ((i + question) % 9) switch { 0 => Cell.NotAsked, 1 => Cell.Empty, var n => Cell.OfCount(n * 137 * question) },
        }),
    ];
}
