namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>What happened to single commissions, and to all. Quarters by their place in the calendar, from 0.</summary>
internal static class Happenings
{
    public const string CorrectedBorough = "hackney";

    public const string Correction = "Corrected: one partner's people from Hackney had been counted twice.";

    /// <summary>April to June 2020, when doors were closed.</summary>
    private const int Closed = 12;

    /// <summary>April to June 2019: the quarter before the administrators came.</summary>
    private const int Administration = 8;

    private static readonly HashSet<(int Commission, int Quarter)> Late =
        [(4, 1), (9, 3), (12, 5), (12, 7), (13, 7), (9, 10), (2, 12), (7, 12), (10, 12), (3, 14), (6, 17), (11, 19)];

    /// <summary>Whether a return came. The provider that went into administration owed one more for the quarter before, and it never came.</summary>
    public static bool Reports(Commission commission, int quarter) => commission.EndedOn is null || quarter < Administration;

    public static bool IsClosed(int quarter) => quarter == Closed;

    public static bool IsLate(Commission commission, int quarter) => Late.Contains((commission.Number, quarter));

    /// <summary>The one return that was corrected: its first outcome.</summary>
    public static bool IsCorrected(Commission commission, int quarter) => (commission.Number, quarter) == (6, 5);

    /// <summary>How busy a quarter was beside an ordinary one.</summary>
    public static decimal FactorOf(PriorityArea area, int quarter)
    {
        var season = (quarter % 4) switch { 1 => 0.96m, 2 => 1.01m, 3 => 1.02m, _ => 1m };
        return season * quarter switch
        {
            0 => 0.78m,
            1 => 0.92m,
            Closed => area == PriorityArea.Homelessness ? 1.16m : area == PriorityArea.Violence ? 0.68m : 0.42m,
            Closed + 1 or Closed + 2 or Closed + 3 => area == PriorityArea.Homelessness ? 1.06m : 0.84m,
            _ => 1m,
        };
    }
}
