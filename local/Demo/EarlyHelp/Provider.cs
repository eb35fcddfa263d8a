using MonitoringReturns.Local.Demo.EarlyHelp.Words;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>An invented provider of early help.</summary>
/// <param name="Number">From 1; its award is <c>eh-{Number}</c>.</param>
/// <param name="Income">Its income in a year, pounds: the smallest lives on a hundredth of the largest.</param>
/// <param name="Council">What the council pays in a year, pounds.</param>
/// <param name="Health">What the health board pays in a year, pounds; 0 where it pays nothing.</param>
/// <param name="Trust">What the trust pays in a year, pounds; 0 where it pays nothing.</param>
/// <param name="Children">Children helped in an ordinary quarter.</param>
/// <param name="Sessions">Sessions in an ordinary quarter.</param>
/// <param name="ImprovedShare">Per cent of those who finish that usually improve.</param>
/// <param name="WaitingDays">Days of waiting in the first quarter.</param>
internal sealed record Provider(
    int Number, string Name, string Id, string Project, int Income, decimal Council, decimal Health, decimal Trust,
    int Children, int Sessions, int ImprovedShare, decimal WaitingDays, decimal Staff, int Volunteers, string SignedBy, string Role)
{
    public IReadOnlyList<(string Id, string Name)> Partners { get; init; } = [];

    /// <summary>Its words by the quarter's place in the calendar; null where no return came.</summary>
    public required IReadOnlyList<QuarterWords?> Quarters { get; init; }

    public string Award => $"eh-{Number}";

    /// <summary>Pounds a year from all funders.</summary>
    public decimal Yearly => Council + Health + Trust;

    /// <summary>Too small for a case system: what nobody was counted for is left empty, not written as 0.</summary>
    public bool CountsOnPaper => Income < 100_000;
}
