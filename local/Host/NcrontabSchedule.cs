using System.Globalization;

namespace MonitoringReturns.Local.Host;

/// <summary>A six-field NCRONTAB schedule (second, minute, hour, day, month, day of the week), in UTC. Knows *, lists, ranges and steps; not names.</summary>
public sealed class NcrontabSchedule
{
    private static readonly (string Name, int Least, int Most)[] Fields =
        [("second", 0, 59), ("minute", 0, 59), ("hour", 0, 23), ("day", 1, 31), ("month", 1, 12), ("day of the week", 0, 6)];

    // A leap day that is also a given weekday comes every 28 years, with a gap of 40 around 2100.
    private const int DaysAhead = 366 * 41;

    private readonly ulong[] _fields;
    private readonly string _text;

    private NcrontabSchedule(string text, ulong[] fields)
    {
        _text = text;
        _fields = fields;
    }

    /// <exception cref="FormatException">Says which field and why.</exception>
    public static NcrontabSchedule Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
            throw new FormatException($"it has {parts.Length} fields");
        var schedule = new NcrontabSchedule(text, [.. parts.Select((part, index) => ParseField(part, Fields[index]))]);
        return schedule.Next(DateTimeOffset.UnixEpoch) is null ? throw new FormatException("no such day ever comes") : schedule;
    }

    /// <summary>The first moment strictly after <paramref name="after"/>; null if there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var utc = after.UtcDateTime;
        var earliest = new DateTime(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second, DateTimeKind.Utc).AddSeconds(1);
        for (var ahead = 0; ahead <= DaysAhead; ahead++)
        {
            var day = earliest.Date.AddDays(ahead);
            if (!Has(3, day.Day) || !Has(4, day.Month) || !Has(5, (int)day.DayOfWeek))
                continue;
            if (FirstIn(ahead == 0 ? earliest.TimeOfDay : TimeSpan.Zero) is { } time)
                return new DateTimeOffset(day + time, TimeSpan.Zero);
        }
        return null;
    }

    public override string ToString() => _text;

    private TimeSpan? FirstIn(TimeSpan from)
    {
        for (var hour = from.Hours; hour < 24; hour++)
        {
            if (!Has(2, hour))
                continue;
            var sameHour = hour == from.Hours;
            for (var minute = sameHour ? from.Minutes : 0; minute < 60; minute++)
            {
                if (!Has(1, minute))
                    continue;
                for (var second = sameHour && minute == from.Minutes ? from.Seconds : 0; second < 60; second++)
                    if (Has(0, second))
                        return new TimeSpan(hour, minute, second);
            }
        }
        return null;
    }

    private bool Has(int field, int value) => (_fields[field] & (1UL << value)) != 0;

    private static ulong ParseField(string text, (string Name, int Least, int Most) field)
    {
        var values = 0UL;
        foreach (var item in text.Split(','))
        {
            var (range, step) = item.Split('/') switch
            {
                [var all] => (all, 1),
                [var some, var by] when Number(by) is > 0 and var number => (some, number),
                _ => throw Bad(item, field.Name),
            };
            var stepped = item.Contains('/', StringComparison.Ordinal);
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (field.Least, field.Most),
                [var one] when Number(one) is { } number => (number, stepped ? field.Most : number),
                [var low, var high] when Number(low) is { } least && Number(high) is { } most => (least, most),
                _ => throw Bad(item, field.Name),
            };
            if (from < field.Least || to > field.Most || from > to)
                throw Bad(item, field.Name);
            for (var value = from; value <= to; value += step)
                values |= 1UL << value;
        }
        return values;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100 ? number : null;

    private static FormatException Bad(string item, string field) => new($"\"{item}\" is not a {field}");
}
