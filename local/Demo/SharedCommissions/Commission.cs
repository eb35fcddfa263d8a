namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>An invented partnership of charities and what it is commissioned for.</summary>
/// <param name="Number">Of the award: 1 is sc-01.</param>
/// <param name="Amount">Pounds over five years.</param>
/// <param name="Size">People a quarter whom its plan rests on.</param>
/// <param name="Work">Its part of the priority's interventions, beside those of the others.</param>
/// <param name="Success">How its actual figures stand to its profile, beside those of the others.</param>
/// <param name="Outcomes">Ids of the outcomes agreed, in order.</param>
internal sealed record Commission(
    int Number, string Project, PriorityArea Area, Charity Lead, Charity[] Partners, decimal Amount, int Size, int Work, decimal Success, string[] Outcomes, string SignedBy,
    string Role)
{
    public string Award => $"sc-{Number:D2}";

    /// <summary>The borough that it does not work for, by its row; null where it works for all.</summary>
    public string? NotIn { get; init; }

    /// <summary>The day its lead charity went into administration; null where it did not.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Its place in its priority, from 0: keeps two from telling the same.</summary>
    public int Rank { get; init; }

    public IEnumerable<AreaOutcome> Agreed => Outcomes.Select(id => Area.Outcomes.Single(outcome => string.Equals(outcome.Id, id, StringComparison.Ordinal)));

    public bool WorksIn(Borough borough) => !string.Equals(borough.Id, NotIn, StringComparison.Ordinal);
}

/// <summary>An invented charity; its number lies where the registers have not arrived.</summary>
internal sealed record Charity(string Id, string Name);
