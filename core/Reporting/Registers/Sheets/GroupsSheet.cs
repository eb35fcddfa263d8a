using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers.Sheets;

/// <summary>How many providers are of a band and in an area, in the order of the list of providers: from it a page knows where a band or an area begins.</summary>
internal sealed class GroupsSheet(Cut cut, IReportWriter report) : RegisterSheet(cut, report, new ReportSheet("Bands and areas", "Providers by income band and area of their office", [], OnPages: true))
{
    public override void Write(RegisterFigures register, OwnRows ownRows)
    {
        Writer.BeginTable(new ReportTable(RegisterTables.Groups, "Providers", [new("band", "Income a year", CellKind.Text, 36), new("area", "Area of its office", CellKind.Text, 30), new("providers", "Providers", CellKind.Count, 12)]));
        var (band, area, count) = ("", "", 0);
        foreach (var provider in InOrder(register, Cut))
        {
            var next = (RegisterWords.Of(provider.Income), RegisterWords.Of(provider.Office, Cut.Programme));
            if (count > 0 && next != (band, area))
            {
                Row(band, area, count);
                count = 0;
            }
            ((band, area), count) = (next, count + 1);
        }
        if (count > 0)
            Row(band, area, count);
    }

    private void Row(string band, string area, int count) => Writer.WriteRow([Cell.OfText(band), Cell.OfText(area), Cell.OfCount(count)]);
}
