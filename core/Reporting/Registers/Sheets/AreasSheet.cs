using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers.Sheets;

/// <summary>Each of the programme's areas: what works there now, whether anybody was reached, and whether it is a cold spot; then what its own rows count.</summary>
internal sealed class AreasSheet(Cut cut, IReportWriter report) : RegisterSheet(cut, report, new ReportSheet("Areas", "Areas, and those that nobody reaches",
    [Pounds(cut), "A cold spot is an area in which no award works on the day of the cut, or whose own rows in the returns count nothing to date.", "Pounds of an award that works in several areas are split evenly over them."], OnPages: true))
{
    public override void Write(RegisterFigures register, OwnRows ownRows)
    {
        Writer.BeginTable(new ReportTable(RegisterTables.Areas, "Each area",
        [
            new("area", "Area", CellKind.Text, 30), new("code", "Code", CellKind.Text, 14), new("running", "Awards running", CellKind.Count, 12), new("providers", "Providers", CellKind.Count, 12),
            new("pounds", "Pounds in running awards", CellKind.Money, 18), new("reached", "Anybody reached to date", CellKind.Text, 16), new("cold", "Cold spot", CellKind.Text, 12), new("why", "Why", CellKind.Text, 44),
        ]));
        foreach (var area in ReachedArea.All(Cut, register, ownRows))
            Writer.WriteRow(
            [
                Cell.OfText(area.Area.Name), Cell.OfText(area.Area.Code.Value), Cell.OfCount(area.Awards), Cell.OfCount(area.Providers), Cell.OfMoney(area.Pounds),
                Cell.OfText(area.Reached switch { true => "Yes", false => "No", _ => "Not counted" }), Cell.OfText(area.IsColdSpot ? "Cold spot" : "No"),
                Cell.OfText(area.Awards == 0 ? "No award works here" : area.IsColdSpot ? "Awards work here, and count nobody yet" : null),
            ]);
        WriteFigures(ownRows);
    }

    private void WriteFigures(OwnRows ownRows)
    {
        var funders = Cut.Programme.Funders.Select((funder, place) => (funder.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var areas = Cut.Programme.Areas.Where(area => area.CountedBy is { } funder && funders.ContainsKey(funder) && Cut.Sight.SeesSharesOf(funder)).ToList();
        var indicators = Cut.Programme.Indicators.Index().Where(one => areas.Exists(area => ownRows.ToDate(one.Index, funders[area.CountedBy!.Value]).Actual is not null)).ToList();
        if (indicators.Count == 0)
            return;
        Writer.BeginTable(new ReportTable(RegisterTables.AreaFigures, "To date, as counted in each area’s own rows",
        [
            new("area", "Area", CellKind.Text, 30), new("code", "Code", CellKind.Text, 14), .. indicators.Select(one => new Column(one.Item.Id.Value, $"{one.Item.Name} ({one.Item.Unit})", CellKind.Number, 16)),
        ]));
        foreach (var area in areas)
            Writer.WriteRow(
            [
                Cell.OfText(area.Name), Cell.OfText(area.Code.Value), .. indicators.Select(one => IndicatorCells.Of(one.Item, ownRows.ToDate(one.Index, funders[area.CountedBy!.Value]).Actual?.Value)),
            ]);
    }
}
