using System.Globalization;

namespace MonitoringReturns.Web.Patterns;

/// <summary>A date as a person typed it, which need not be one.</summary>
public sealed record DateEntry(string? Day, string? Month, string? Year)
{
    public static readonly DateEntry Empty = new(null, null, null);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>A date in its boxes; null: empty ones.</summary>
    public static DateEntry Of(DateOnly? date) => date is { } day ? new DateEntry(Part(day.Day), Part(day.Month), Part(day.Year)) : Empty;

    /// <returns>False where the boxes hold no date of this or the last century.</returns>
    public bool TryRead(out DateOnly date)
    {
        date = default;
        if (!TryPart(Day, 31, out var day) || !TryPart(Month, 12, out var month) || !TryPart(Year, LastYear, out var year) || year < FirstYear || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    private static string Part(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool TryPart(string? text, int most, out int number) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most;
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
