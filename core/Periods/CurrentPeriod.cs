using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Periods;

/// <summary>Which period a funder works on at a moment.</summary>
public static class CurrentPeriod
{
    /// <summary>
    /// The last that is over and not closed, for which returns come in now; else the one that runs; else the last that has begun; of a programme that
    /// has not begun, the first.
    /// </summary>
    public static ReportingPeriod Of(Programme programme, DateTimeOffset now)
    {
        var today = UkTime.DayOf(now);
        var begun = programme.Calendar.Where(period => period.Start <= today).ToList();
        return begun.FindLast(period => period.End < today && today <= period.Closed)
            ?? begun.FindLast(period => period.End >= today)
            ?? begun.LastOrDefault()
            ?? programme.Calendar[0];
    }
}
