using System.Globalization;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>A financial year of public bodies: 1 April to 31 March.</summary>
/// <param name="Begins">The calendar year that it begins in.</param>
public readonly record struct FinancialYear(int Begins) : IComparable<FinancialYear>
{
    public DateOnly First => new(Begins, 4, 1);

    public DateOnly Last => new(Begins + 1, 3, 31);

    public FinancialYear Before => new(Begins - 1);

    /// <summary>As people write it, such as 2026/27.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Begins}/{(Begins + 1) % 100:D2}");

    public static FinancialYear Of(DateOnly day) => new(day.Month < 4 ? day.Year - 1 : day.Year);

    public int CompareTo(FinancialYear other) => Begins.CompareTo(other.Begins);

    public static bool operator <(FinancialYear left, FinancialYear right) => left.Begins < right.Begins;

    public static bool operator >(FinancialYear left, FinancialYear right) => left.Begins > right.Begins;

    public static bool operator <=(FinancialYear left, FinancialYear right) => left.Begins <= right.Begins;

    public static bool operator >=(FinancialYear left, FinancialYear right) => left.Begins >= right.Begins;

    public override string ToString() => Name;
}
