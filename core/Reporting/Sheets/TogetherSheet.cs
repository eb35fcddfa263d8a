using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>One indicator over all awards: a row a period, its profile and its figure like with like, and a chart of both.</summary>
internal sealed class TogetherSheet
{
    private const string TableId = "Together";

    private readonly Cut _cut;
    private readonly Indicator _indicator;
    private readonly Comparison[] _sums;
    private readonly int[] _asked;
    private readonly int[] _reported;

    public TogetherSheet(Cut cut, Indicator indicator, IReportWriter report)
    {
        (_cut, _indicator) = (cut, indicator);
        (_sums, _asked, _reported) = (new Comparison[cut.Periods.Count], new int[cut.Periods.Count], new int[cut.Periods.Count]);
        Writer = report.AddSheet(new ReportSheet("Together", $"{indicator.Name}, period by period", [$"{cut.Programme.Name}: {cut.SpanName}. All awards together, in {indicator.Unit}."]));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, AwardFigures figures, int indicator)
    {
        foreach (var period in _cut.Reported)
        {
            if (line.Returns[period.Place] is null)
                continue;
            var figure = figures.In(period)[indicator];
            _sums[period.Place].Add(figure);
            _asked[period.Place] += figure.Standing == FigureStanding.NotAsked ? 0 : 1;
            _reported[period.Place] += figure.Standing == FigureStanding.Reported ? 1 : 0;
        }
    }

    public void Complete()
    {
        Writer.BeginTable(new ReportTable(TableId, "",
        [
            new("period", "Period", CellKind.Text, 30), new("awards", "Awards asked", CellKind.Count, 12), new("reported", "Figures in", CellKind.Count, 12),
            new("profile", "Profile of figures in", CellKind.Number, 16), new("compared", "Actual, of those with a profile", CellKind.Number, 16),
            new("actual", "Actual, all", CellKind.Number, 16), new("difference", "Above or below profile", CellKind.Percentage, 16),
        ]));
        foreach (var period in _cut.Reported)
        {
            var sum = _sums[period.Place];
            Writer.WriteRow(
            [
                Cell.OfText(period.Period.Name), Cell.OfCount(_asked[period.Place]), Cell.OfCount(_reported[period.Place]),
                IndicatorCells.Of(_indicator, sum.Profile?.Value), IndicatorCells.Of(_indicator, sum.Compared?.Value),
                _asked[period.Place] == 0 ? Cell.NotAsked : IndicatorCells.Of(_indicator, sum.Actual?.Value), IndicatorCells.PercentageOrEmpty(sum.Difference),
            ]);
        }
        Writer.AddChart(new ReportChart(ChartKind.Line, _indicator.Name, Alternative(), TableId, "period", ["profile", "actual"]));
    }

    private string Alternative()
    {
        var parts = _cut.Reported.Where(period => _sums[period.Place].Actual is not null)
            .Select(period => $"{period.Period.Name} {ReadableCell.Of(IndicatorCells.Of(_indicator, _sums[period.Place].Actual?.Value))}").ToList();
        return parts.Count == 0 ? "A line: there is no figure yet." : $"Lines of profile and actual. Actual: {string.Join("; ", parts)}.";
    }
}
