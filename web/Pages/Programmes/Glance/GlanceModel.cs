using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Glance;

namespace MonitoringReturns.Web.Pages.Programmes.Glance;

/// <summary>A period at a glance.</summary>
/// <param name="Now">Which standing the period has depends on it.</param>
public sealed record GlanceModel(PeriodAtAGlance Glance, DateTimeOffset Now)
{
    public Programme Programme => Glance.Programme;

    public ReportingPeriod Period => Glance.Period;

    public ReportingPeriod? Before => Programme.PeriodBefore(Period.Id);

    public ReportingPeriod? After => Programme.PlaceOf(Period.Id) + 1 is var place && place < Programme.Calendar.Count ? Programme.Calendar[place] : null;

    /// <summary>Indicators by priority, those without one last, outputs apart from outcomes.</summary>
    public IReadOnlyList<IndicatorGroup> Groups => Glance.Report.Figures is { } figures ? IndicatorGroup.Of(Programme, figures) : [];

    /// <summary>The same report over the API, in one of its formats.</summary>
    public string ReportFile(string format) => ProgrammeAddresses.ReportFile(Glance.Report.Key, format);
}

/// <summary>Indicators that are shown together.</summary>
/// <param name="Priority">Null where the programme has none, or these serve none.</param>
public sealed record IndicatorGroup(Priority? Priority, IndicatorKind Kind, IReadOnlyList<(Indicator Indicator, IndicatorGlance Figures)> Indicators)
{
    public string Id => $"{(Priority is { } priority ? $"p-{priority.Id}-" : "")}{(Kind == IndicatorKind.Output ? "outputs" : "outcomes")}";

    public static IReadOnlyList<IndicatorGroup> Of(Programme programme, GlanceFigures figures)
    {
        var known = figures.Indicators.ToDictionary(one => one.Id);
        return [.. programme.Indicators.Where(indicator => known.ContainsKey(indicator.Id))
            .GroupBy(indicator => (Place: PlaceOf(programme, indicator), indicator.Kind))
            // What changed is read before what was done.
            .OrderBy(group => group.Key.Place).ThenByDescending(group => group.Key.Kind)
            .Select(group => new IndicatorGroup(
                group.Key.Place < programme.Priorities.Count ? programme.Priorities[group.Key.Place] : null, group.Key.Kind, [.. group.Select(indicator => (indicator, known[indicator.Id]))]))];
    }

    private static int PlaceOf(Programme programme, Indicator indicator)
    {
        for (var place = 0; place < programme.Priorities.Count; place++)
            if (string.Equals(programme.Priorities[place].Id, indicator.Priority, StringComparison.Ordinal))
                return place;
        return programme.Priorities.Count;
    }
}
