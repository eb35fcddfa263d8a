namespace MonitoringReturns.Web.Patterns;

/// <summary>A date as a person typed it, which need not be one.</summary>
public sealed record DateEntry(string? Day, string? Month, string? Year)
{
    public static readonly DateEntry Empty = new(null, null, null);
}

/// <summary>The boxes of a date.</summary>
[Flags]
public enum DateParts
{
    None = 0,
    Day = 1,
    Month = 2,
    Year = 4,
    All = Day | Month | Year,
}
