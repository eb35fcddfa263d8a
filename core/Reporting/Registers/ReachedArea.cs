using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>The one rule for what a cold spot is: an area in which no award works on the day of the cut, or whose own rows count nothing to date.</summary>
/// <param name="Awards">Running there on the day.</param>
/// <param name="Providers">Of those, with their partners.</param>
/// <param name="Pounds">Their amounts, split evenly where they work in several areas.</param>
/// <param name="Reached">Whether the area's own rows count anything to date; null where no rows are its own, or the reader may not see them, or nothing is in yet.</param>
public sealed record ReachedArea(Area Area, int Awards, int Providers, decimal Pounds, bool? Reached)
{
    public bool IsColdSpot => Awards == 0 || Reached == false;

    public static IReadOnlyList<ReachedArea> All(Cut cut, RegisterFigures register, OwnRows ownRows)
    {
        ArgumentNullException.ThrowIfNull(cut);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(ownRows);
        var funders = cut.Programme.Funders.Select((funder, place) => (funder.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var byArea = register.RunningByArea();
        return [.. cut.Programme.Areas.Select(area =>
        {
            var running = byArea[area.Code].ToList();
            return new ReachedArea(
                area, running.Count, running.SelectMany(one => one.Award.Partners.Append(one.Award.Provider)).Select(one => one.Id).Distinct().Count(), running.Sum(one => one.Pounds),
                ReachedIn(area, cut, funders, ownRows));
        })];
    }

    private static bool? ReachedIn(Area area, Cut cut, Dictionary<OrganisationId, int> funders, OwnRows ownRows)
    {
        if (area.CountedBy is not { } funder || !cut.Sight.SeesSharesOf(funder) || !funders.TryGetValue(funder, out var place))
            return null;
        bool? reached = null;
        for (var indicator = 0; indicator < cut.Programme.Indicators.Count; indicator++)
            if (ownRows.ToDate(indicator, place).Actual is { } actual)
                reached = reached == true || actual.Value > 0;
        return reached;
    }
}
