using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>
/// Adds each indicator up over awards, and shows it against the profile. The comparison is like with like: the profile of awards whose
/// figure is in.
/// </summary>
internal sealed class IndicatorTotals(IReadOnlyList<Indicator> indicators)
{
    private readonly Total[] _totals = new Total[indicators.Count];

    public void Add(IndicatorFigure[] figures)
    {
        for (var place = 0; place < figures.Length; place++)
            _totals[place].Add(figures[place]);
    }

    public void Write(IReportSheetWriter writer, Programme programme)
    {
        writer.BeginTable(new ReportTable("IndicatorTotals", "Indicators against profile, this period",
        [
            new("indicator", "Indicator", CellKind.Text, 34), new("priority", "Priority", CellKind.Text, 34), new("unit", "Unit", CellKind.Text, 20),
            new("awards", "Awards asked", CellKind.Count, 12), new("reported", "Figures in", CellKind.Count, 12), new("planned", "Profile, all", CellKind.Number, 14),
            new("profile", "Profile of figures in", CellKind.Number, 14), new("compared", "Actual, of those with a profile", CellKind.Number, 16),
            new("actual", "Actual, all", CellKind.Number, 14), new("difference", "Above or below profile", CellKind.Percentage, 14),
        ]));
        Span<Cell> row = new Cell[10];
        for (var place = 0; place < indicators.Count; place++)
        {
            var (indicator, total) = (indicators[place], _totals[place]);
            row[0] = Cell.OfText(indicator.Name);
            row[1] = Cell.OfText(programme.Priorities.FirstOrDefault(priority => string.Equals(priority.Id, indicator.Priority, StringComparison.Ordinal))?.Name);
            row[2] = Cell.OfText(indicator.Unit);
            row[3] = Cell.OfCount(total.Asked);
            row[4] = Cell.OfCount(total.Reported);
            row[5] = IndicatorFigures.CellOf(indicator, total.PlannedAny ? total.Planned : null);
            row[6] = IndicatorFigures.CellOf(indicator, total.ComparedAny ? total.Profile : null);
            row[7] = IndicatorFigures.CellOf(indicator, total.ComparedAny ? total.Compared : null);
            row[8] = IndicatorFigures.CellOf(indicator, total.Reported > 0 ? total.Actual : null);
            row[9] = IndicatorFigures.PercentageOrEmpty(total.ComparedAny ? IndicatorFigures.Difference(total.Profile, total.Compared) : null);
            writer.WriteRow(row);
        }
        writer.AddChart(new ReportChart(
            ChartKind.Bars, "Per cent above or below profile", Alternative(), "IndicatorTotals", "indicator", ["difference"]));
    }

    private string Alternative()
    {
        var parts = new List<string>();
        for (var place = 0; place < indicators.Count; place++)
            if (_totals[place] is { ComparedAny: true } total && IndicatorFigures.Difference(total.Profile, total.Compared) is { } difference)
                parts.Add($"{indicators[place].Name} {ReadableCell.Of(Cell.OfPercentage(Math.Abs(difference)))} {(difference < 0 ? "below" : "above")}");
        return parts.Count == 0 ? "Bars: no indicator can be compared with a profile yet." : $"Bars, against profile: {string.Join("; ", parts)}.";
    }

    private struct Total
    {
        public int Asked { get; private set; }
        public int Reported { get; private set; }
        public decimal Planned { get; private set; }
        public bool PlannedAny { get; private set; }
        public decimal Profile { get; private set; }
        public decimal Compared { get; private set; }
        public bool ComparedAny { get; private set; }
        public decimal Actual { get; private set; }

        public void Add(IndicatorFigure figure)
        {
            if (figure.Standing != FigureStanding.NotAsked)
                Asked++;
            if (figure.Profile is { } planned)
            {
                Planned += planned;
                PlannedAny = true;
            }
            if (figure.Actual is not { } actual)
                return;
            Reported++;
            Actual += actual;
            if (figure.Profile is { } profile)
            {
                Profile += profile;
                Compared += actual;
                ComparedAny = true;
            }
        }
    }
}
