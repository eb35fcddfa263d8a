using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>
/// What each funder pays and what came of it: an award's figures are attributed to its funders by their contributions, so that every whole is
/// counted once; rounded by largest remainder to hundredths, the shares add up to the whole.
/// </summary>
internal sealed class FundersSheet
{
    private readonly Cut _cut;
    private readonly NamedOrganisation[] _funders;
    private readonly Dictionary<OrganisationId, int> _places;
    private readonly int[] _awards;
    private readonly decimal[] _contributions;
    private readonly decimal[] _spanCost;
    private readonly decimal[] _costToDate;
    private readonly decimal[,] _span;
    private readonly decimal[,] _toDate;
    private readonly decimal?[] _spanWhole;
    private readonly decimal?[] _toDateWhole;

    public FundersSheet(Cut cut, IReportWriter report)
    {
        _cut = cut;
        _funders = [.. cut.Programme.Funders];
        _places = _funders.Select((funder, place) => (funder.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var (funders, indicators) = (_funders.Length, cut.Programme.Indicators.Count);
        (_awards, _contributions, _spanCost, _costToDate) = (new int[funders], new decimal[funders], new decimal[funders], new decimal[funders]);
        (_span, _toDate) = (new decimal[indicators, funders], new decimal[indicators, funders]);
        (_spanWhole, _toDateWhole) = (new decimal?[indicators], new decimal?[indicators]);
        Writer = report.AddSheet(new ReportSheet("Funders", "Funders",
        [
            "Attributed: an award’s figure, divided by what each funder contributes to the award. Every whole is counted once; the shares add up to it.",
            "Cost: a contribution, spread evenly over the days of its award.",
        ], OnPages: true));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, AwardFigures figures)
    {
        var contributions = line.Award.Contributions.Where(part => _places.ContainsKey(part.Funder)).ToList();
        var all = contributions.Sum(part => part.Amount);
        for (var indicator = 0; indicator < _cut.Programme.Indicators.Count; indicator++)
        {
            if (_cut.Programme.Indicators[indicator].AddsUp == AddsUpAs.Ratio)
                continue;
            var (span, toDate) = (figures.Span[indicator].Actual?.Figure, figures.ToDate[indicator].Actual?.Figure);
            _spanWhole[indicator] = Sum(_spanWhole[indicator], span);
            _toDateWhole[indicator] = Sum(_toDateWhole[indicator], toDate);
            // What nobody is named for is the lead's.
            if (all == 0)
            {
                _span[indicator, 0] += span ?? 0;
                _toDate[indicator, 0] += toDate ?? 0;
                continue;
            }
            foreach (var part in contributions)
            {
                _span[indicator, _places[part.Funder]] += (span ?? 0) * part.Amount / all;
                _toDate[indicator, _places[part.Funder]] += (toDate ?? 0) * part.Amount / all;
            }
        }
        foreach (var part in contributions)
        {
            var place = _places[part.Funder];
            _awards[place]++;
            _contributions[place] += part.Amount;
            _spanCost[place] += AwardCost.Of(line.Award, part.Amount, _cut.Reported[0].Period.Start, _cut.Last.Period.End);
            _costToDate[place] += AwardCost.Of(line.Award, part.Amount, line.Award.Start, _cut.Last.Period.End);
        }
    }

    public void Complete(OwnRows ownRows)
    {
        WriteContributions();
        WriteAttributed();
        if (ownRows.Any)
            WriteOwnRows(ownRows);
    }

    private static decimal? Sum(decimal? one, decimal? other) => one is null ? other : one + (other ?? 0);

    private void WriteContributions()
    {
        Writer.BeginTable(new ReportTable("Contributions", "Contributions and cost",
        [
            new("funder", "Funder", CellKind.Text, 40), new("funder-id", "Identifier", CellKind.Text, 18), new("awards", "Awards", CellKind.Count, 10),
            new("contribution", "Contribution to these awards", CellKind.Money, 18), new("cost", _cut.IsSpan ? "Cost in the periods" : "Cost in the period", CellKind.Money, 16),
            new("cost-to-date", "Cost to date", CellKind.Money, 16),
        ]));
        for (var place = 0; place < _funders.Length; place++)
            if (_cut.Sight.SeesSharesOf(_funders[place].Id) && _awards[place] > 0)
                Writer.WriteRow(
                [
                    Cell.OfText(_funders[place].Name), Cell.OfText(_funders[place].Id.Value), Cell.OfCount(_awards[place]), Cell.OfMoney(_contributions[place]),
                    Cell.OfMoney(Pence(_spanCost[place])), Cell.OfMoney(Pence(_costToDate[place])),
                ]);
    }

    private void WriteAttributed()
    {
        Writer.BeginTable(new ReportTable("Attributed", "Figures attributed by share",
        [
            new("indicator", "Indicator", CellKind.Text, 40), new("unit", "Unit", CellKind.Text, 18), new("funder", "Funder", CellKind.Text, 40),
            new("whole", "Whole, all funders", CellKind.Number, 14), new("share", "Attributed", CellKind.Number, 14),
            new("whole-to-date", "To date: whole", CellKind.Number, 14), new("share-to-date", "To date: attributed", CellKind.Number, 14),
        ]));
        for (var indicator = 0; indicator < _cut.Programme.Indicators.Count; indicator++)
        {
            if (_spanWhole[indicator] is null && _toDateWhole[indicator] is null)
                continue;
            var spans = Shares.Of(_spanWhole[indicator] ?? 0, Row(_span, indicator));
            var toDates = Shares.Of(_toDateWhole[indicator] ?? 0, Row(_toDate, indicator));
            for (var place = 0; place < _funders.Length; place++)
                if (_cut.Sight.SeesSharesOf(_funders[place].Id) && (_awards[place] > 0 || spans[place] != 0 || toDates[place] != 0))
                    WriteShare(_cut.Programme.Indicators[indicator], indicator, place, spans[place], toDates[place]);
        }
    }

    private void WriteShare(Indicator indicator, int row, int funder, decimal span, decimal toDate) => Writer.WriteRow(
    [
        Cell.OfText(indicator.Name), Cell.OfText(indicator.Unit), Cell.OfText(_funders[funder].Name),
        IndicatorCells.OverPeriods(indicator, _spanWhole[row], _cut.IsSpan), IndicatorCells.OverPeriods(indicator, _spanWhole[row] is null ? null : span, _cut.IsSpan),
        IndicatorCells.OverPeriods(indicator, _toDateWhole[row], _cut.Periods.Count > 1),
        IndicatorCells.OverPeriods(indicator, _toDateWhole[row] is null ? null : toDate, _cut.Periods.Count > 1),
    ]);

    /// <summary>Rows of tables that belong to a funder, such as a borough's results.</summary>
    private void WriteOwnRows(OwnRows ownRows)
    {
        Writer.BeginTable(new ReportTable("OwnRows", "Figures in each funder’s own rows",
        [
            new("funder", "Funder", CellKind.Text, 40), new("indicator", "Indicator", CellKind.Text, 40), new("profile", "Profile of figures in", CellKind.Number, 14),
            new("actual", "Actual", CellKind.Number, 14), new("difference", "Above or below profile", CellKind.Percentage, 16),
            new("profile-to-date", "To date: profile of figures in", CellKind.Number, 16), new("actual-to-date", "To date: actual", CellKind.Number, 14),
            new("difference-to-date", "To date: above or below profile", CellKind.Percentage, 16),
        ]));
        for (var funder = 0; funder < _funders.Length; funder++)
            for (var place = 0; place < _cut.Programme.Indicators.Count; place++)
            {
                var (indicator, span, toDate) = (_cut.Programme.Indicators[place], ownRows.Span(place, funder), ownRows.ToDate(place, funder));
                if (span.Actual is null && toDate.Actual is null)
                    continue;
                Writer.WriteRow(
                [
                    Cell.OfText(_funders[funder].Name), Cell.OfText(indicator.Name), IndicatorCells.Of(indicator, span.Profile?.Value),
                    IndicatorCells.Of(indicator, span.Actual?.Value), IndicatorCells.PercentageOrEmpty(span.Difference), IndicatorCells.Of(indicator, toDate.Profile?.Value),
                    IndicatorCells.Of(indicator, toDate.Actual?.Value), IndicatorCells.PercentageOrEmpty(toDate.Difference),
                ]);
            }
    }

    private decimal[] Row(decimal[,] figures, int indicator) => [.. Enumerable.Range(0, _funders.Length).Select(funder => Math.Max(0, figures[indicator, funder]))];

    private static decimal Pence(decimal pounds) => decimal.Round(pounds, 2, MidpointRounding.AwayFromZero);
}
