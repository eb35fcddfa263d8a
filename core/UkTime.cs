using NodaTime;
using NodaTime.Extensions;

namespace MonitoringReturns.Core;

/// <summary>Time in the United Kingdom, by the time zone data that NodaTime ships: the same on every machine.</summary>
public static class UkTime
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The day it is in the United Kingdom at a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    /// <summary>The clock in the United Kingdom at a moment.</summary>
    public static DateTime Local(DateTimeOffset moment) => moment.ToInstant().InZone(London).ToDateTimeUnspecified();

    /// <summary>The first moment after a day ends in the United Kingdom.</summary>
    public static DateTimeOffset EndOf(DateOnly day) =>
        day.ToLocalDate().PlusDays(1).AtStartOfDayInZone(London).ToDateTimeOffset().ToUniversalTime();
}
