using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>
/// The profile: people planned for each outcome, quarter and borough, agreed for five years when the award was made. One commission
/// renegotiated its own; from then on there are two versions of it.
/// </summary>
internal static class Planned
{
    private const int Renegotiated = 3;

    /// <summary>The quarter from which the second version is planned, from 0.</summary>
    private const int RenegotiatedFrom = 8;

    private static readonly decimal[] Years = [1m, 1.04m, 1.06m, 1.06m, 1.06m];

    private static readonly Dictionary<(int Commission, string Outcome, int Year, int Version), int[]> Known = [];

    private static readonly Lock Working = new();

    public static ProfileChange? ChangeOf(Commission commission) => commission.Number != Renegotiated ? null : new ProfileChange(
        2, SharedCommissionsProgramme.Programme.Calendar[RenegotiatedFrom].Id, new DateOnly(2019, 3, 12),
        "Councils now have a duty to prevent homelessness and send young people sooner, so more is done before a home is lost and fewer need to find a new one.");

    /// <summary>The versions that plan a quarter: the second comes beside the first, which stays to be read.</summary>
    public static IEnumerable<int> VersionsIn(Commission commission, int quarter) =>
        commission.Number == Renegotiated && quarter >= RenegotiatedFrom ? [1, 2] : [1];

    /// <summary>By borough, in the newest version; nought where the commission does not work.</summary>
    public static int[] Of(Commission commission, AreaOutcome outcome, int quarter) =>
        Of(commission, outcome, quarter, VersionsIn(commission, quarter).Last());

    public static int[] Of(Commission commission, AreaOutcome outcome, int quarter, int version)
    {
        lock (Working)
        {
            var key = (commission.Number, outcome.Id, quarter / 4, version);
            return Known.TryGetValue(key, out var known) ? known : Known[key] = Plan(commission, outcome, quarter / 4, version);
        }
    }

    private static int[] Plan(Commission commission, AreaOutcome outcome, int year, int version)
    {
        var people = decimal.Round(commission.Size * Years[year] * outcome.Share / 100 * (version == 1 ? 1 : ChangedBy(outcome)));
        // Boroughs agreed on numbers by how many live there, and by what each had seen of the need.
        var weights = Borough.All.Select(borough => commission.WorksIn(borough) ? borough.People * new SeededNumbers(commission.Award, borough.Id, "need").Factor(0.6m, 1.5m) : 0);
        return [.. Split.Of((long)people, [.. weights]).Select(part => (int)part)];
    }

    private static decimal ChangedBy(AreaOutcome outcome) => outcome.Id switch
    {
        "homelessness-prevented" => 1.25m,
        "settled-home" => 0.7m,
        _ => 1m,
    };
}
