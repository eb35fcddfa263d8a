using System.Globalization;
using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>How long each period of a calendar is; its number is the months.</summary>
public enum PeriodLength
{
    Month = 1,
    Quarter = 3,
    HalfYear = 6,
    Year = 12,
}

/// <summary>When a period's returns are due and closed and corrected, in days after its last day.</summary>
public sealed record DaysAfter(int Due, int Closed, int AmendUntil)
{
    public static DaysAfter Default { get; } = new(31, 62, 92);
}

/// <summary>
/// Makes a calendar: periods one after the other, without gap or overlap. Quarters and half-years of the financial year are numbered as
/// councils do: Q1 is April to June.
/// </summary>
public static class MadeCalendar
{
    public const int Most = 120;

    /// <param name="count">1 to <see cref="Most"/>.</param>
    public static IReadOnlyList<ReportingPeriod> Of(PeriodLength length, DateOnly start, int count, DaysAfter after)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        return [.. Enumerable.Range(0, count).Select(place =>
        {
            // Always from the first day, so that a start on the 31st stays there in months that have one.
            var (first, last) = (start.AddMonths(place * (int)length), start.AddMonths((place + 1) * (int)length).AddDays(-1));
            return new ReportingPeriod(IdOf(length, first), NameOf(first, last), first, last, last.AddDays(after.Due), last.AddDays(after.Closed), last.AddDays(after.AmendUntil));
        })];
    }

    private static PeriodId IdOf(PeriodLength length, DateOnly first)
    {
        var aligned = first.Day == 1 && (first.Month - 1) % (int)length == 0;
        // The financial year that begins in April.
        var year = first.AddMonths(-3).Year;
        var quarter = ((first.AddMonths(-3).Month - 1) / 3) + 1;
        return PeriodId.Of((length, aligned) switch
        {
            (PeriodLength.Quarter, true) => string.Create(CultureInfo.InvariantCulture, $"{year}-Q{quarter}"),
            (PeriodLength.HalfYear, _) when first is { Day: 1, Month: 4 or 10 } => string.Create(CultureInfo.InvariantCulture, $"{year}-H{(first.Month == 4 ? 1 : 2)}"),
            (PeriodLength.Year, _) when first is { Day: 1, Month: 4 } => string.Create(CultureInfo.InvariantCulture, $"{year}-{(year + 1) % 100:00}"),
            (PeriodLength.Month, true) => first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
    }

    private static string NameOf(DateOnly first, DateOnly last)
    {
        if (first.Day != 1)
            return first.Year == last.Year ? $"{Text(first, "d MMMM")} to {Text(last, "d MMMM yyyy")}" : $"{Text(first, "d MMMM yyyy")} to {Text(last, "d MMMM yyyy")}";
        return (first.Year, first.Month) == (last.Year, last.Month) ? Text(last, "MMMM yyyy")
            : first.Year == last.Year ? $"{Text(first, "MMMM")} to {Text(last, "MMMM yyyy")}"
            : $"{Text(first, "MMMM yyyy")} to {Text(last, "MMMM yyyy")}";
    }

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
