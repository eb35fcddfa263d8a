using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Reporting.Registers;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Benchmarks.Reading;

/// <summary>The tables that pages show of a report, as they are kept: awards as many as there are, twenty quarters, 200 lines.</summary>
internal static class PageTables
{
    private const int Quarters = 20;
    private const int Lines = 200;
    private const int Areas = 33;
    private const int Years = 12;

    public static (KeptTables List, byte[] Rows) Of(Programme programme, IReadOnlyList<AwardBrief> awards)
    {
        using var rows = new MemoryStream();
        using var keep = new KeepTables(new Nowhere(), rows);
        var sheet = keep.AddSheet(new ReportSheet("Summary", "", [], OnPages: true));
        var indicators = programme.Indicators;
        Cell Name(int place) => Cell.OfText(indicators[place].Name);
        Write(sheet, "PriorityTotals", [Text("priority"), new("outcomes", "Outcomes", CellKind.Count), Share("difference"), Share("difference-to-date")], 1, _ => [Cell.OfText("Neighbours"), Cell.OfCount(3), Cell.OfPercentage(-5), Cell.OfPercentage(2)]);
        Write(sheet, "IndicatorTotals", [Text("indicator"), Text("priority"), Figure("profile"), Figure("actual"), Share("difference"), Text("direction")], indicators.Count, place => [Name(place), Cell.OfText("Neighbours"), Cell.OfNumber(800), Cell.OfNumber(790), Cell.OfPercentage(-1.3m), Cell.OfText("↓ down")]);
        Write(sheet, "IndicatorsToDate", [Text("indicator"), Text("priority"), Figure("profile"), Figure("actual"), Share("difference")], indicators.Count, place => [Name(place), Cell.OfText("Neighbours"), Cell.OfNumber(800), Cell.OfNumber(790), Cell.OfPercentage(-1.3m)]);
        Write(
            sheet, "Awards", [Text("provider"), Text("project"), Text("partners"), Text("status"), Text("punctuality"), Share("standing"), Text("direction"), Text("band"), Text("words"), .. indicators.SelectMany(one => new[] { Figure($"{one.Id}-profile"), Figure($"{one.Id}-actual") })],
            awards.Count,
            place =>
            [
                Cell.OfText(awards[place].Provider.Name), Cell.OfText("A project"), Cell.Empty, Cell.OfText("Submitted"), Cell.OfText("On time"), Cell.OfPercentage(-2), Cell.OfText("→ same"), Cell.OfText("Green"),
                Cell.OfText("Two of our helpers were ill in the first weeks of the quarter, and the hall was closed."), .. indicators.SelectMany(_ => new[] { Cell.OfNumber(40), Cell.OfNumber(38) }),
            ]);
        Write(sheet, "IndicatorTrend", [Text("period"), Text("form"), new("returns", "Returns in", CellKind.Count), .. indicators.Select(one => new Column($"{one.Id}-actual", one.Name, CellKind.Number))], Quarters, place => [Cell.OfText($"Quarter {place + 1}"), Cell.OfText(place == 8 ? "2 (changed)" : "1"), Cell.OfCount(awards.Count), .. indicators.Select(_ => Cell.OfNumber(place * 17))]);
        Write(sheet, "Trend", [Text("line"), Text("unit"), .. Enumerable.Range(1, Quarters).Select(place => Figure($"q{place}"))], Lines, place => [Cell.OfText($"What is counted {place}"), Cell.OfText("number"), .. Enumerable.Range(1, Quarters).Select(quarter => Cell.OfNumber(quarter * 3))]);
        var funders = programme.Funders.ToList();
        Write(sheet, "Contributions", [Text("funder"), new("awards", "Awards", CellKind.Count), Money("contribution"), Money("cost"), Money("cost-to-date")], funders.Count, place => [Cell.OfText(funders[place].Name), Cell.OfCount(awards.Count), Cell.OfMoney(1000), Cell.OfMoney(250), Cell.OfMoney(500)]);
        Write(sheet, "Attributed", [Text("indicator"), Text("unit"), Text("funder"), Figure("whole"), Figure("share")], indicators.Count * funders.Count, place => [Name(place / funders.Count), Cell.OfText("people"), Cell.OfText(funders[place % funders.Count].Name), Cell.OfNumber(100), Cell.OfNumber(50)]);
        Write(
            sheet, "ReportingTime", [Text("award"), Text("provider"), new("returns", "Returns in", CellKind.Count), new("told", "Told", CellKind.Count), new("minutes", "Minutes", CellKind.Count), Figure("each"), Money("cost"), Figure("per-thousand")],
            awards.Count + 1 + funders.Count,
            place => [Cell.OfText(place < awards.Count ? awards[place].Id.Value : place == awards.Count ? "All" : "Share"), Cell.OfText("A provider"), Cell.OfCount(1), Cell.OfCount(1), Cell.OfCount(40), Cell.OfNumber(40), Cell.OfMoney(300), Cell.OfNumber(133)]);
        WriteRegister(sheet, awards);
        keep.Complete();
        return (keep.Kept, rows.ToArray());
    }

    /// <summary>A register of as many providers as there are awards, in 33 areas and twelve years.</summary>
    private static void WriteRegister(IReportSheetWriter sheet, IReadOnlyList<AwardBrief> awards)
    {
        Column Count(string id) => new(id, id, CellKind.Count);
        Cell Area(int place) => Cell.OfText($"Area {place % Areas}");
        var bands = RegisterWords.Bands.Select(RegisterWords.ColumnOf).ToList();
        Write(sheet, RegisterTables.Totals, [Count("providers"), Count("delivering"), Count("awards"), Count("running"), Money("pounds"), Text("year"), Money("year-pounds"), Count("areas"), Count("cold")], 1, _ => [Cell.OfCount(awards.Count), Cell.OfCount(awards.Count), Cell.OfCount(awards.Count), Cell.OfCount(awards.Count), Cell.OfMoney(5), Cell.OfText("2026/27"), Cell.OfMoney(5), Cell.OfCount(Areas), Cell.OfCount(1)]);
        Write(
            sheet, RegisterTables.Providers, [Text("provider"), Text("kind"), Text("band"), Text("area"), Text("accreditations"), Count("awards"), Count("partner-in"), Count("running"), Money("pounds"), Text("first"), Text("last"), Money("year-before"), Money("year-pounds"), Text("movement")], awards.Count,
            place => [Cell.OfText(awards[place].Provider.Name), Cell.OfText("Charity"), Cell.OfText("Small"), Area(place * Areas / awards.Count), Cell.OfText("A mark, until 31 March 2029"), Cell.OfCount(1), Cell.OfCount(0), Cell.OfCount(1), Cell.OfMoney(1200), Cell.OfText("2025/26"), Cell.OfText("2027/28"), Cell.OfMoney(150), Cell.OfMoney(600), Cell.OfText("grew")]);
        Write(sheet, RegisterTables.Groups, [Text("band"), Text("area"), Count("providers")], Areas, place => [Cell.OfText("Small"), Area(place), Cell.OfCount((awards.Count * (place + 1) / Areas) - (awards.Count * place / Areas))]);
        foreach (var (table, kind) in new[] { (RegisterTables.FlowsByBand, CellKind.Money), (RegisterTables.AwardsByBand, CellKind.Count) })
            Write(sheet, table, [Text("year"), .. bands.Append("all").Select(band => new Column(band, band, kind))], Years, place => [Cell.OfText($"{2020 + place}"), .. bands.Append("all").Select(_ => Cell.OfFigure(kind, 100))]);
        foreach (var (table, kind) in new[] { (RegisterTables.FlowsByArea, CellKind.Money), (RegisterTables.AwardsByArea, CellKind.Count) })
            Write(sheet, table, [Text("area"), Text("code"), .. Enumerable.Range(0, Years).Select(year => $"in-{year}").Append("all").Select(id => new Column(id, id, kind))], Areas, place => [Area(place), Cell.OfText("E09000001"), .. Enumerable.Repeat(Cell.OfFigure(kind, 100), Years + 1)]);
        string[] movements = ["arrived", "grew", "same", "shrank", "left"];
        Write(sheet, RegisterTables.Growth, [Text("year"), .. movements.SelectMany(id => new[] { Count(id), Money($"{id}-pounds") }), Money("all-pounds")], Years, place => [Cell.OfText($"{2020 + place}"), .. movements.SelectMany(_ => new[] { Cell.OfCount(4), Cell.OfMoney(100) }), Cell.OfMoney(500)]);
        Write(sheet, RegisterTables.Moved, [Text("provider"), Text("movement"), Text("band"), Money("before"), Money("now"), Money("change")], awards.Count, place => [Cell.OfText(awards[place].Provider.Name), Cell.OfText("grew"), Cell.OfText("Small"), Cell.OfMoney(150), Cell.OfMoney(600), Cell.OfMoney(450)]);
        Write(sheet, RegisterTables.Areas, [Text("area"), Text("code"), Count("running"), Count("providers"), Money("pounds"), Text("reached"), Text("cold"), Text("why")], Areas, place => [Area(place), Cell.OfText("E09000001"), Cell.OfCount(60), Cell.OfCount(60), Cell.OfMoney(7000), Cell.OfText("Yes"), Cell.OfText("No"), Cell.Empty]);
    }

    private static void Write(IReportSheetWriter sheet, string id, Column[] columns, int count, Func<int, Cell[]> row)
    {
        sheet.BeginTable(new ReportTable(id, id, columns));
        for (var place = 0; place < count; place++)
            sheet.WriteRow(row(place));
    }

    private static Column Text(string id) => new(id, id, CellKind.Text);

    private static Column Figure(string id) => new(id, id, CellKind.Number);

    private static Column Money(string id) => new(id, id, CellKind.Money);

    private static Column Share(string id) => new(id, id, CellKind.Percentage);

    /// <summary>In place of the workbook, which no page reads.</summary>
    private sealed class Nowhere : IReportWriter, IReportSheetWriter
    {
        public long Rows => 0;

        public IReportSheetWriter AddSheet(ReportSheet sheet) => this;

        public void Complete()
        {
        }

        public void Dispose()
        {
        }

        public void BeginTable(ReportTable table)
        {
        }

        public void WriteRow(ReadOnlySpan<Cell> cells)
        {
        }

        public void AddChart(ReportChart chart)
        {
        }
    }
}
