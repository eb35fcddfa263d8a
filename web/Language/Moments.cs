using System.Globalization;
using MonitoringReturns.Core;

namespace MonitoringReturns.Web.Language;

/// <summary>Days and times as people in the United Kingdom read them.</summary>
public static class Moments
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment) => Day(UkTime.DayOf(moment));

    /// <summary>By the clock in the United Kingdom, to the minute.</summary>
    public static string Time(DateTimeOffset moment) => UkTime.Local(moment).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
