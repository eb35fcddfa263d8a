namespace MonitoringReturns.Core.Periods;

/// <summary>
/// Working days in England: Monday to Friday without bank holidays. The holidays are worked out by the rules of the Banking and Financial Dealings
/// Act 1971, Schedule 1, the proclamations that have followed every year since, and the common law (Christmas Day, Good Friday), as
/// gov.uk/bank-holidays lists them. What a proclamation moved or added for one year stands in a table of its own; one that is made after this was
/// written is not known here, and counts as a working day.
/// </summary>
public static class WorkingDays
{
    /// <summary>Holidays of one year only: the Jubilee (2022), the late Queen's funeral (2022), the Coronation (2023).</summary>
    private static readonly HashSet<DateOnly> Added = [new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8)];

    /// <summary>Holidays that were moved: for VE Day (2020), and for the Jubilee (2022).</summary>
    private static readonly Dictionary<DateOnly, DateOnly> Moved = new() { [new(2020, 5, 4)] = new(2020, 5, 8), [new(2022, 5, 30)] = new(2022, 6, 2) };

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays(day.Year).Contains(day);

    /// <summary>How many working days have passed since a day: those after it, up to and with the other. None where the other is not later.</summary>
    public static int Since(DateOnly from, DateOnly to)
    {
        var passed = 0;
        for (var day = from; day < to;)
            if (IsWorkingDay(day = day.AddDays(1)))
                passed++;
        return passed;
    }

    /// <summary>The bank holidays of a year in England, in their order.</summary>
    public static IReadOnlyList<DateOnly> BankHolidays(int year)
    {
        var easter = EasterSunday(year);
        var (christmas, boxingDay) = Christmas(year);
        DateOnly[] yearly =
        [
            OnWeekday(new DateOnly(year, 1, 1)), easter.AddDays(-2), easter.AddDays(1), FirstMonday(year, 5), LastMonday(year, 5), LastMonday(year, 8), christmas, boxingDay,
        ];
        return [.. yearly.Select(day => Moved.GetValueOrDefault(day, day)).Concat(Added.Where(day => day.Year == year)).Order()];
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher (1876).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var place = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, place / 31, (place % 31) + 1);
    }

    /// <summary>Christmas Day and Boxing Day, or the days in their place: the next working day that neither has taken.</summary>
    private static (DateOnly Christmas, DateOnly BoxingDay) Christmas(int year) => new DateOnly(year, 12, 25).DayOfWeek switch
    {
        DayOfWeek.Friday => (new(year, 12, 25), new(year, 12, 28)),
        DayOfWeek.Saturday => (new(year, 12, 27), new(year, 12, 28)),
        DayOfWeek.Sunday => (new(year, 12, 27), new(year, 12, 26)),
        _ => (new(year, 12, 25), new(year, 12, 26)),
    };

    private static DateOnly OnWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((8 - (int)first.DayOfWeek) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek + 6) % 7));
    }
}
