namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>What a group mainly does; its words and seasons follow from it.</summary>
internal enum Theme
{
    Youth,
    OlderPeople,
    Transport,
    Arts,
    Advice,
    Sport,
    MentalHealth,
}

/// <summary>An invented charity or group with its award.</summary>
/// <param name="Number">Of the award: 1 is ga-001.</param>
/// <param name="Id">In the shape of its register; an MR- id where it is on none.</param>
/// <param name="Project">Null where the grant supports all its work.</param>
/// <param name="District">The main one, as the form's choice id.</param>
/// <param name="Amount">Pounds over the whole award.</param>
/// <param name="People">Different people in an ordinary half-year.</param>
/// <param name="Staff">Full-time equivalent.</param>
/// <param name="Outcomes">Ids of the outcomes agreed, in order.</param>
internal sealed record Charity(
    int Number, string Name, string Id, string? Project, Theme Theme, string District, decimal Amount, int People, int Sessions, int Volunteers, decimal Staff,
    string AgeGroup, string[] Outcomes, string SignedBy, string Role)
{
    public string Award => $"ga-{Number:D3}";

    public string[] OtherDistricts { get; init; } = [];

    public string? OtherAges { get; init; }

    /// <summary>Members of the consortium, each with its part; empty where it is none.</summary>
    public (string Name, string Part)[] Consortium { get; init; } = [];

    /// <summary>What a co-funder pays of the amount, in per cent; 0 where the council pays all.</summary>
    public int CoFunded { get; init; }

    /// <summary>The day the group gave its award back; null where it did not.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>Its place among the groups of its theme, from 0: keeps two of them from telling the same.</summary>
    public int Rank { get; init; }
}
