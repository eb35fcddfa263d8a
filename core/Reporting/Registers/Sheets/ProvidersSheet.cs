using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers.Sheets;

/// <summary>A row a provider or partner, by band, then by area, then by name: so a page of a band or an area is a run of rows.</summary>
internal sealed class ProvidersSheet(Cut cut, IReportWriter report) : RegisterSheet(cut, report, new ReportSheet("Providers", "", [], Large: true, OnPages: true))
{
    public override void Write(RegisterFigures register, OwnRows ownRows)
    {
        var (year, before) = (register.ThisYear, register.ThisYear.Before);
        Writer.BeginTable(new ReportTable(RegisterTables.Providers, "",
        [
            new("provider", "Provider", CellKind.Text, 36), new("id", "Identifier", CellKind.Text, 18), new("kind", "Kind", CellKind.Text, 24), new("band", "Income a year", CellKind.Text, 30),
            new("area", "Area of its office", CellKind.Text, 24), new("accreditations", "Accreditations that hold", CellKind.Text, 40, Wrap: true), new("awards", "Awards", CellKind.Count, 10),
            new("partner-in", "Partner in awards", CellKind.Count, 10), new("running", "Awards running", CellKind.Count, 10), new("pounds", "Pounds in running awards", CellKind.Money, 18),
            new("first", "First year", CellKind.Text, 12), new("last", "Last year", CellKind.Text, 12), new("year-before", $"Pounds in {before}", CellKind.Money, 16),
            new("year-pounds", $"Pounds in {year}", CellKind.Money, 16), new("movement", "Since the year before", CellKind.Text, 16),
        ]));
        foreach (var provider in InOrder(register, Cut))
            Writer.WriteRow(
            [
                Cell.OfText(provider.Name), Cell.OfText(provider.Id.Value), Cell.OfText(provider.Kind is { } kind ? OrganisationWords.Of(kind) : RegisterWords.NotSaid), Cell.OfText(RegisterWords.Of(provider.Income)),
                Cell.OfText(RegisterWords.Of(provider.Office, Cut.Programme)), Cell.OfText(string.Join("; ", provider.CurrentOn(register.Today).Select(RegisterWords.Of))), Cell.OfCount(provider.Awards),
                Cell.OfCount(provider.PartnerIn), Cell.OfCount(provider.Running), Cell.OfMoney(provider.RunningPounds), Cell.OfText(provider.First.Name), Cell.OfText(provider.Last.Name),
                Cell.OfMoney(provider.In(before)), Cell.OfMoney(provider.In(year)), Cell.OfText(Growth.WordsOf(Growth.Of(provider.In(before), provider.In(year)))),
            ]);
    }
}
