using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>
/// What changed, by priority: all outcomes of a priority that add up, together, against their profile. The way the committee papers of joint
/// commissions put it (shared-commissions); outcomes of several units are only compared, not shown as a sum.
/// </summary>
internal static class PriorityTotals
{
    public static string? NameOf(Programme programme, string? priority) =>
        programme.Priorities.FirstOrDefault(one => string.Equals(one.Id, priority, StringComparison.Ordinal))?.Name;

    /// <summary>The priorities that have something to compare, to one decimal.</summary>
    public static IReadOnlyList<PriorityGlance> RowsOf(Cut cut, IndicatorTotals totals)
    {
        var indicators = cut.Programme.Indicators;
        var rows = new List<PriorityGlance>();
        foreach (var priority in cut.Programme.Priorities)
        {
            var places = Enumerable.Range(0, indicators.Count).Where(place => IsCompared(indicators[place], priority)).ToList();
            var (span, toDate) = (default(Comparison), default(Comparison));
            foreach (var place in places)
            {
                span.Add(totals.Span(place));
                toDate.Add(totals.ToDate(place));
            }
            if (span.Difference is not null || toDate.Difference is not null)
                rows.Add(new PriorityGlance(priority.Id, priority.Name, places.Count, IndicatorCells.ToOneDecimal(span.Difference), IndicatorCells.ToOneDecimal(toDate.Difference)));
        }
        return rows;
    }

    public static void Write(IReportSheetWriter writer, Cut cut, IndicatorTotals totals)
    {
        var rows = RowsOf(cut, totals);
        if (rows.Count == 0)
            return;
        writer.BeginTable(new ReportTable("PriorityTotals", "Outcomes against profile, by priority",
        [
            new("priority", "Priority", CellKind.Text, 34), new("outcomes", "Outcomes counted", CellKind.Count, 26),
            new("difference", "Above or below profile", CellKind.Percentage, 18), new("difference-to-date", "To date: above or below profile", CellKind.Percentage, 18),
        ]));
        foreach (var (_, name, outcomes, span, toDate) in rows)
            writer.WriteRow([Cell.OfText(name), Cell.OfCount(outcomes), IndicatorCells.PercentageOrEmpty(span), IndicatorCells.PercentageOrEmpty(toDate)]);
        writer.AddChart(new ReportChart(
            ChartKind.Columns, "Outcomes against profile, by priority", $"Columns, against profile, in the period and to date: {string.Join("; ", rows.Select(InWords))}.",
            "PriorityTotals", "priority", ["difference", "difference-to-date"]));
    }

    private static string InWords(PriorityGlance row) =>
        $"{row.Name} {ReadableCell.Of(IndicatorCells.PercentageOrEmpty(row.Difference))}, to date {ReadableCell.Of(IndicatorCells.PercentageOrEmpty(row.ToDate))}";

    private static bool IsCompared(Indicator indicator, Priority priority) =>
        indicator is { Kind: IndicatorKind.Outcome, AddsUp: AddsUpAs.Sum } && string.Equals(indicator.Priority, priority.Id, StringComparison.Ordinal);
}
