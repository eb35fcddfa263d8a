using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers.Sheets;

/// <summary>Who left, arrived, shrank or grew since the year before: those who left first, the largest change first.</summary>
internal sealed class MovedSheet(Cut cut, IReportWriter report) : RegisterSheet(cut, report, new ReportSheet("Who moved", "", [], Large: true, OnPages: true))
{
    public override void Write(RegisterFigures register, OwnRows ownRows)
    {
        var (year, before) = (register.ThisYear, register.ThisYear.Before);
        Writer.BeginTable(new ReportTable(RegisterTables.Moved, "",
        [
            new("provider", "Provider", CellKind.Text, 36), new("movement", "Since the year before", CellKind.Text, 16), new("band", "Income a year", CellKind.Text, 30),
            new("before", $"Pounds in {before}", CellKind.Money, 18), new("now", $"Pounds in {year}", CellKind.Money, 18), new("change", "Change in pounds", CellKind.Money, 18),
        ]));
        var moved = register.Providers.Select(provider => (Provider: provider, Before: provider.In(before), Now: provider.In(year)))
            .Select(one => (one.Provider, one.Before, one.Now, Movement: Growth.Of(one.Before, one.Now))).Where(one => one.Movement is not null and not Movement.Same)
            .OrderBy(one => one.Movement).ThenByDescending(one => Math.Abs(one.Now - one.Before)).ThenBy(one => one.Provider.Id.Value, StringComparer.Ordinal);
        foreach (var (provider, was, now, movement) in moved)
            Writer.WriteRow([Cell.OfText(provider.Name), Cell.OfText(Growth.WordsOf(movement)), Cell.OfText(RegisterWords.Of(provider.Income)), Cell.OfMoney(was), Cell.OfMoney(now), Cell.OfMoney(now - was)]);
    }
}
