namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>What a charity mainly does; whom it helps, and with what, follow from it.</summary>
internal enum Focus
{
    FoodBank,
    Energy,
    Families,
    OlderPeople,
    Furniture,
    Housing,
    Community,
    Disability,
}

/// <summary>An invented charity that delivers for the council, with its award.</summary>
/// <param name="Number">Of the award: 1 is hs-01.</param>
/// <param name="Id">In the shape of its register; an MR- id where it is on none.</param>
/// <param name="Amount">Pounds over the whole award.</param>
/// <param name="Administration">What it usually costs to get the help out, in per cent of its total.</param>
/// <param name="Preparer">Fills in the return and signs it.</param>
/// <param name="FinanceOfficer">Signs second, from the fourth version on.</param>
internal sealed record Charity(
    int Number, string Name, string Id, string? Project, Focus Focus, decimal Amount, decimal Administration,
    string Preparer, string PreparersRole, string FinanceOfficer, string FinanceOfficersRole)
{
    public string Award => $"hs-{Number:D2}";

    /// <summary>Its place among the three charities of its focus, from 0: keeps two of them from telling the same.</summary>
    public int Rank => (Number - 1) % 3;

    /// <summary>It enters a nought in a table's row where others leave the row empty.</summary>
    public bool WritesNoughts => Number % 5 == 0;

    /// <summary>False where it keeps no count of vouchers and leaves the question open.</summary>
    public bool CountsVouchers => Number % 6 != 0;

    /// <summary>The day the charity gave its award back; null where it did not.</summary>
    public DateOnly? LeftOn { get; init; }
}
