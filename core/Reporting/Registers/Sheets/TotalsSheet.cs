using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers.Sheets;

/// <summary>The register in one row: every whole once.</summary>
internal sealed class TotalsSheet(Cut cut, IReportWriter report) : RegisterSheet(cut, report, new ReportSheet("Totals", $"Register: {cut.Programme.Name}", [Pounds(cut), Spread], OnPages: true))
{
    public override void Write(RegisterFigures register, OwnRows ownRows)
    {
        var running = register.Awards.Where(award => award.RunsOn(register.Today)).ToList();
        Writer.BeginTable(new ReportTable(RegisterTables.Totals, "On the day of the cut",
        [
            new("day", "Day", CellKind.Date, 18), new("providers", "Providers", CellKind.Count, 12), new("delivering", "Delivering now", CellKind.Count, 12), new("awards", "Awards", CellKind.Count, 12),
            new("running", "Awards running", CellKind.Count, 12), new("pounds", "Pounds in running awards", CellKind.Money, 18), new("year", "Financial year", CellKind.Text, 12),
            new("year-pounds", "Pounds in the year", CellKind.Money, 18), new("areas", "Areas", CellKind.Count, 12), new("cold", "Cold spots", CellKind.Count, 12),
        ]));
        Writer.WriteRow(
        [
            Cell.OfDate(register.Today), Cell.OfCount(register.Providers.Count), Cell.OfCount(running.SelectMany(award => award.Partners.Append(award.Provider)).Select(one => one.Id).Distinct().Count()),
            Cell.OfCount(register.Awards.Count), Cell.OfCount(running.Count), Cell.OfMoney(running.Sum(award => award.Amount)), Cell.OfText(register.ThisYear.Name),
            Cell.OfMoney(register.In(register.ThisYear).Pounds), Cell.OfCount(Cut.Programme.Areas.Count), Cell.OfCount(ReachedArea.All(Cut, register, ownRows).Count(area => area.IsColdSpot)),
        ]);
    }
}
