using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Papers;

/// <summary>A figure, and per cent above or below its profile, which is null where there is nothing to compare.</summary>
public readonly record struct Stood(Cell Figure, decimal? Difference);

/// <summary>Something that was done under a priority, such as interventions.</summary>
/// <param name="InPeriod">Over the periods reported on.</param>
/// <param name="ToDate">Since the programme's first period; null where that is the one reported on.</param>
public sealed record DoneUnderPriority(Indicator Indicator, Stood InPeriod, Stood? ToDate);

/// <summary>A priority in short, as papers of joint commissions put it: how its outcomes stand to what was planned, and what was done.</summary>
/// <param name="InPeriod">Per cent above or below profile, of its outcomes together; null where none can be compared.</param>
/// <param name="ToDate">The same since the programme's first period.</param>
public sealed record PriorityInShort(string Name, decimal? InPeriod, decimal? ToDate, IReadOnlyList<DoneUnderPriority> Done)
{
    /// <summary>Of a report's tables, in the programme's order; a priority of which nothing can be said is left out.</summary>
    /// <param name="toDate">Null of the programme's first period.</param>
    public static IReadOnlyList<PriorityInShort> Of(Programme programme, KeptRows? priorities, KeptRows? indicators, KeptRows? toDate)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var all = new List<PriorityInShort>();
        foreach (var priority in programme.Priorities)
        {
            var done = new List<DoneUnderPriority>();
            foreach (var output in programme.Indicators.Where(one => one is { Kind: IndicatorKind.Output, AddsUp: AddsUpAs.Sum } && string.Equals(one.Priority, priority.Id, StringComparison.Ordinal)))
                if (StoodOf(indicators, output) is { } inPeriod)
                    done.Add(new DoneUnderPriority(output, inPeriod, StoodOf(toDate, output)));
            var outcomes = priorities?.Where("priority", priority.Name);
            if (outcomes is { Rows: [var row, ..] })
                all.Add(new PriorityInShort(priority.Name, outcomes.FigureOf(row, "difference"), toDate is null ? null : outcomes.FigureOf(row, "difference-to-date"), done));
            else if (done.Count > 0)
                all.Add(new PriorityInShort(priority.Name, null, null, done));
        }
        return all;
    }

    /// <summary>Null where the table has no such row: the indicator is newer than the report, or had another name.</summary>
    private static Stood? StoodOf(KeptRows? table, Indicator indicator) =>
        table?.Where("indicator", indicator.Name) is { Rows: [var row, ..] } found ? new Stood(found.CellOf(row, "actual"), found.FigureOf(row, "difference")) : null;
}
