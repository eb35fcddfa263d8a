using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers.Sheets;

/// <summary>Pounds and awards by financial year and the provider's income band.</summary>
internal sealed class BandFlowsSheet(Cut cut, IReportWriter report) : RegisterSheet(cut, report, new ReportSheet("Flows by band", "Where the money flows, by the provider’s income",
    [Pounds(cut), Spread, "A band is what the award’s lead provider says of its income at the cut, in all years."], OnPages: true))
{
    public override void Write(RegisterFigures register, OwnRows ownRows)
    {
        Write(RegisterTables.FlowsByBand, "Pounds", CellKind.Money, register, flow => Cell.OfMoney(flow.Pounds));
        if (register.Years.Count > 0)
            Writer.AddChart(new ReportChart(ChartKind.Columns, "Pounds by income band", Alternative(register), RegisterTables.FlowsByBand, "year", [.. RegisterWords.Bands.Select(RegisterWords.ColumnOf)]));
        Write(RegisterTables.AwardsByBand, "Awards that run in the year", CellKind.Count, register, flow => Cell.OfCount(flow.Awards));
    }

    private void Write(string table, string title, CellKind kind, RegisterFigures register, Func<Flow, Cell> cell)
    {
        Writer.BeginTable(new ReportTable(table, title,
        [
            new("year", "Financial year", CellKind.Text, 14), .. RegisterWords.Bands.Select(band => new Column(RegisterWords.ColumnOf(band), RegisterWords.Of(band), kind, 18)), new("all", "All", kind, 18),
        ]));
        foreach (var year in register.Years)
            Writer.WriteRow([Cell.OfText(year.Name), .. RegisterWords.Bands.Select(band => cell(register.In(band, year))), cell(register.In(year))]);
    }

    private static string Alternative(RegisterFigures register) =>
        $"Columns of pounds by income band. {string.Join("; ", register.Years.Select(year => $"{year} {ReadableCell.Of(Cell.OfMoney(register.In(year).Pounds))} in all"))}.";
}
