using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>What the monitoring costs the providers: minutes a return, and per £1,000; and which funders cause them.</summary>
internal sealed class ReportingTimeSheet
{
    private readonly Cut _cut;
    private readonly NamedOrganisation[] _funders;
    private readonly Dictionary<OrganisationId, int> _places;
    private readonly decimal[] _minutesOf;
    private readonly decimal[] _costOf;
    private int _returns, _told, _minutes;
    private decimal _cost;

    public ReportingTimeSheet(Cut cut, IReportWriter report)
    {
        _cut = cut;
        _funders = [.. cut.Programme.Funders];
        _places = _funders.Select((funder, place) => (funder.Id, place)).ToDictionary(one => one.Id, one => one.place);
        (_minutesOf, _costOf) = (new decimal[_funders.Length], new decimal[_funders.Length]);
        Writer = report.AddSheet(new ReportSheet("Reporting time", "", [], Large: true, OnPages: true));
        Writer.BeginTable(new ReportTable("ReportingTime", "",
        [
            .. ReturnWords.AwardColumns, new("returns", "Returns in", CellKind.Count, 12), new("told", "With minutes told", CellKind.Count, 12),
            new("minutes", "Minutes", CellKind.Count, 12), new("each", "Minutes a return", CellKind.Number, 12), new("cost", "Cost of the award in the time", CellKind.Money, 16),
            new("per-thousand", "Minutes per £1,000", CellKind.Number, 14),
        ]));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line)
    {
        var (returns, told, minutes, cost) = (0, 0, 0, 0m);
        foreach (var period in _cut.Reported)
        {
            if (line.Returns[period.Place]?.Revision is not { } revision)
                continue;
            returns++;
            if (revision.Minutes is not { } taken)
                continue;
            told++;
            minutes += taken;
            // Only the cost of the time that minutes are told of: else a missing return would make the others look cheap.
            cost += AwardCost.Of(line.Award, line.Award.Amount, period.Period.Start, period.Period.End);
        }
        if (returns == 0)
            return;
        (_returns, _told, _minutes, _cost) = (_returns + returns, _told + told, _minutes + minutes, _cost + cost);
        WriteRow(Cell.OfText(line.Award.Id.Value), Cell.OfText(line.Award.Provider.Name), returns, told, minutes, cost);
        var all = line.Award.Contributions.Sum(part => part.Amount);
        // What nobody is named for is the lead's.
        if (all == 0)
            AddShare(0, minutes, cost, 1);
        else
            foreach (var part in line.Award.Contributions)
                if (_places.TryGetValue(part.Funder, out var place))
                    AddShare(place, minutes, cost, part.Amount / all);
    }

    public void Complete()
    {
        WriteRow(Cell.OfText("All"), Cell.OfText("All awards"), _returns, _told, _minutes, _cost);
        var shares = Shares.Of(_minutes, _minutesOf);
        for (var place = 0; place < _funders.Length; place++)
            if (_cut.Sight.SeesSharesOf(_funders[place].Id) && shares[place] != 0)
                WriteRow(Cell.OfText("Share"), Cell.OfText(_funders[place].Name), null, null, shares[place], _costOf[place]);
    }

    private void AddShare(int funder, decimal minutes, decimal cost, decimal part)
    {
        _minutesOf[funder] += minutes * part;
        _costOf[funder] += cost * part;
    }

    private void WriteRow(Cell award, Cell provider, int? returns, int? told, decimal minutes, decimal cost) => Writer.WriteRow(
    [
        award, provider, returns is { } number ? Cell.OfCount(number) : Cell.Empty, told is { } known ? Cell.OfCount(known) : Cell.Empty,
        decimal.IsInteger(minutes) ? Cell.OfCount((long)minutes) : Cell.OfNumber(minutes),
        told is > 0 ? Cell.OfNumber(decimal.Round(minutes / told.Value, 1, MidpointRounding.AwayFromZero)) : Cell.Empty, Cell.OfMoney(decimal.Round(cost, 2, MidpointRounding.AwayFromZero)),
        cost > 0 ? Cell.OfNumber(decimal.Round(minutes * 1000 / cost, 1, MidpointRounding.AwayFromZero)) : Cell.Empty,
    ]);
}
