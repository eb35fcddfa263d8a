using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>
/// Adds each indicator up over awards, in the periods reported on, to date, and in the period before, and shows it against the profile. The
/// comparison is like with like: the profile of awards whose figure is in.
/// </summary>
internal sealed class IndicatorTotals
{
    private readonly Cut _cut;
    private readonly IReadOnlyList<Indicator> _indicators;
    private readonly CutPeriod? _before;
    private readonly int[] _asked;
    private readonly int[] _reported;
    private readonly decimal?[] _planned;
    private readonly Comparison[] _span;
    private readonly Comparison[] _toDate;
    private readonly Comparison[] _last;
    private readonly Comparison[] _previous;

    public IndicatorTotals(Cut cut)
    {
        _cut = cut;
        _indicators = cut.Programme.Indicators;
        _before = cut.Last.Place > 0 ? cut.Periods[cut.Last.Place - 1] : null;
        var count = _indicators.Count;
        (_asked, _reported, _planned) = (new int[count], new int[count], new decimal?[count]);
        (_span, _toDate, _last, _previous) = (new Comparison[count], new Comparison[count], new Comparison[count], new Comparison[count]);
    }

    public Comparison Span(int indicator) => _span[indicator];

    public Comparison ToDate(int indicator) => _toDate[indicator];

    /// <summary>The same figures as a page shows them.</summary>
    public IndicatorGlance GlanceOf(int place) => new(
        _indicators[place].Id, _asked[place], _reported[place], _planned[place], GlanceFigure.Of(_span[place]),
        _cut.Periods.Count > 1 && _indicators[place].AddsUp != AddsUpAs.Distinct ? GlanceFigure.Of(_toDate[place]) : null, DirectionOf(place));

    public void Add(AwardFigures figures)
    {
        for (var place = 0; place < _indicators.Count; place++)
        {
            _span[place].Add(figures.Span[place]);
            _toDate[place].Add(figures.ToDate[place]);
            _last[place].Add(figures.In(_cut.Last)[place]);
            if (_before is not null)
                _previous[place].Add(figures.In(_before)[place]);
            var (asked, reported) = (false, false);
            foreach (var period in _cut.Reported)
            {
                var figure = figures.In(period)[place];
                asked |= figure.Standing != FigureStanding.NotAsked;
                reported |= figure.Standing == FigureStanding.Reported;
                if (figure.Profile is { } planned && _indicators[place].AddsUp is var adds && (adds == AddsUpAs.Sum || (!_cut.IsSpan && adds != AddsUpAs.Ratio)))
                    _planned[place] = (_planned[place] ?? 0) + planned;
            }
            _asked[place] += asked ? 1 : 0;
            _reported[place] += reported ? 1 : 0;
        }
    }

    public void Write(IReportSheetWriter writer)
    {
        WriteSpan(writer);
        // Two tables: one with both would not fit a page.
        if (_cut.Periods.Count > 1)
            WriteToDate(writer);
    }

    private void WriteSpan(IReportSheetWriter writer)
    {
        writer.BeginTable(new ReportTable("IndicatorTotals", $"Indicators against profile, {(_cut.IsSpan ? "over the periods" : "this period")}",
        [
            new("indicator", "Indicator", CellKind.Text, 42), new("priority", "Priority", CellKind.Text, 30), new("unit", "Unit", CellKind.Text, 18),
            new("awards", "Awards asked", CellKind.Count, 12), new("reported", "Figures in", CellKind.Count, 12), new("planned", "Profile, all", CellKind.Number, 14),
            new("profile", "Profile of figures in", CellKind.Number, 14), new("compared", "Actual, of those with a profile", CellKind.Number, 16),
            new("actual", "Actual, all", CellKind.Number, 14), new("difference", "Above or below profile", CellKind.Percentage, 14),
            new("direction", "Since the period before", CellKind.Text, 12),
        ]));
        Span<Cell> row = new Cell[11];
        for (var place = 0; place < _indicators.Count; place++)
        {
            var (indicator, span) = (_indicators[place], _span[place]);
            row[0] = Cell.OfText(indicator.Name);
            row[1] = Cell.OfText(PriorityTotals.NameOf(_cut.Programme, indicator.Priority));
            row[2] = Cell.OfText(indicator.Unit);
            row[3] = Cell.OfCount(_asked[place]);
            row[4] = Cell.OfCount(_reported[place]);
            row[5] = IndicatorCells.OverPeriods(indicator, _planned[place], _cut.IsSpan);
            row[6] = IndicatorCells.OverPeriods(indicator, span.Profile?.Value, _cut.IsSpan);
            row[7] = IndicatorCells.OverPeriods(indicator, span.Compared?.Value, _cut.IsSpan);
            row[8] = _asked[place] == 0 ? Cell.NotAsked : IndicatorCells.OverPeriods(indicator, span.Actual?.Value, _cut.IsSpan);
            row[9] = IndicatorCells.PercentageOrEmpty(span.Difference);
            row[10] = Cell.OfText(DirectionOf(place));
            writer.WriteRow(row);
        }
        writer.AddChart(new ReportChart(
            ChartKind.Bars, "Per cent above or below profile", Alternative("Bars, against profile", _span), "IndicatorTotals", "indicator", ["difference"]));
    }

    private void WriteToDate(IReportSheetWriter writer)
    {
        writer.BeginTable(new ReportTable("IndicatorsToDate", $"Indicators against profile, to date: {_cut.Periods[0].Period.Name} to {_cut.Last.Period.Name}",
        [
            new("indicator", "Indicator", CellKind.Text, 42), new("priority", "Priority", CellKind.Text, 30), new("unit", "Unit", CellKind.Text, 18),
            new("profile", "Profile of figures in", CellKind.Number, 14), new("compared", "Actual, of those with a profile", CellKind.Number, 16),
            new("actual", "Actual, all", CellKind.Number, 14), new("difference", "Above or below profile", CellKind.Percentage, 14),
        ]));
        Span<Cell> row = new Cell[7];
        for (var place = 0; place < _indicators.Count; place++)
        {
            var (indicator, toDate) = (_indicators[place], _toDate[place]);
            row[0] = Cell.OfText(indicator.Name);
            row[1] = Cell.OfText(PriorityTotals.NameOf(_cut.Programme, indicator.Priority));
            row[2] = Cell.OfText(indicator.Unit);
            row[3] = IndicatorCells.OverPeriods(indicator, toDate.Profile?.Value, several: true);
            row[4] = IndicatorCells.OverPeriods(indicator, toDate.Compared?.Value, several: true);
            row[5] = IndicatorCells.OverPeriods(indicator, toDate.Actual?.Value, several: true);
            row[6] = IndicatorCells.PercentageOrEmpty(toDate.Difference);
            writer.WriteRow(row);
        }
        writer.AddChart(new ReportChart(
            ChartKind.Bars, "Per cent above or below profile, to date", Alternative("Bars, against profile, to date", _toDate), "IndicatorsToDate", "indicator", ["difference"]));
    }

    private string? DirectionOf(int place) => _before is null ? null : Direction.Of(_previous[place], _last[place], _indicators[place], _cut.Programme.Bands);

    private string Alternative(string what, Comparison[] comparisons)
    {
        var parts = new List<string>();
        for (var place = 0; place < _indicators.Count; place++)
            if (IndicatorCells.ToOneDecimal(comparisons[place].Difference) is { } difference)
                parts.Add($"{_indicators[place].Name} {ReadableCell.Of(Cell.OfPercentage(Math.Abs(difference)))} {(difference < 0 ? "below" : "above")}");
        return parts.Count == 0 ? "Bars: no indicator can be compared with a profile yet." : $"{what}: {string.Join("; ", parts)}.";
    }
}
