using System.Globalization;
using MonitoringReturns.Core;

namespace MonitoringReturns.Web.Language;

/// <summary>Days and times as people in the United Kingdom read them.</summary>
public static class Moments
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment) => Day(UkTime.DayOf(moment));

    /// <summary>The time of day by the clock in the United Kingdom, such as 4:05pm.</summary>
    public static string Clock(DateTimeOffset moment) => UkTime.Local(moment).ToString("h:mmtt", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>By the clock in the United Kingdom, in a sentence: 31 July 2026 at 4:05pm.</summary>
    public static string DayAndTime(DateTimeOffset moment) => $"{Day(moment)} at {Clock(moment)}";

    /// <summary>By the clock in the United Kingdom, to the minute.</summary>
    public static string Time(DateTimeOffset moment) => UkTime.Local(moment).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
