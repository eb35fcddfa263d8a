using MonitoringReturns.Core.Programmes;
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

    public static void Write(IReportSheetWriter writer, Cut cut, IndicatorTotals totals)
    {
        var indicators = cut.Programme.Indicators;
        var rows = cut.Programme.Priorities
            .Select(priority => (Priority: priority, Places: Enumerable.Range(0, indicators.Count).Where(place => IsCompared(indicators[place], priority)).ToList()))
            .Where(row => row.Places.Count > 0).ToList();
        if (rows.Count == 0)
            return;
        writer.BeginTable(new ReportTable("PriorityTotals", "Outcomes against profile, by priority",
        [
            new("priority", "Priority", CellKind.Text, 34), new("outcomes", "Outcomes counted", CellKind.Count, 14),
            new("difference", "Above or below profile", CellKind.Percentage, 16), new("difference-to-date", "To date: above or below profile", CellKind.Percentage, 16),
        ]));
        foreach (var (priority, places) in rows)
        {
            var (span, toDate) = (default(Comparison), default(Comparison));
            foreach (var place in places)
            {
                span.Add(totals.Span(place));
                toDate.Add(totals.ToDate(place));
            }
            writer.WriteRow(
                [Cell.OfText(priority.Name), Cell.OfCount(places.Count), IndicatorCells.PercentageOrEmpty(span.Difference), IndicatorCells.PercentageOrEmpty(toDate.Difference)]);
        }
        writer.AddChart(new ReportChart(
            ChartKind.Columns, "Outcomes against profile, by priority", "Columns: per cent above or below profile by priority, in the period and to date, as in the table.",
            "PriorityTotals", "priority", ["difference", "difference-to-date"]));
    }

    private static bool IsCompared(Indicator indicator, Priority priority) =>
        indicator is { Kind: IndicatorKind.Outcome, AddsUp: AddsUpAs.Sum } && string.Equals(indicator.Priority, priority.Id, StringComparison.Ordinal);
}
