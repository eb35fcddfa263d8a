namespace MonitoringReturns.Core.Periods;

/// <summary>Where a period stands on a day.</summary>
public enum PeriodStanding
{
    NotOpen,
    /// <summary>Returns can be filled in and submitted.</summary>
    Open,
    /// <summary>As open, but past the due day: a return that comes now is late.</summary>
    Overdue,
    /// <summary>No first submission any more; a submitted return can still be amended.</summary>
    AmendOnly,
    Closed,
}

/// <summary>
/// A reporting period with dates of its own. Each day counts to its end in the United Kingdom (Europe/London), whatever the time zone of
/// the machine, and no timer decides.
/// </summary>
/// <param name="Start">First day reported on; the return can be filled in from then.</param>
/// <param name="End">Last day reported on.</param>
/// <param name="Due">Last day on time.</param>
/// <param name="Closed">Last day for a first submission.</param>
/// <param name="AmendUntil">Last day for a correction by the provider.</param>
public sealed record ReportingPeriod(PeriodId Id, string Name, DateOnly Start, DateOnly End, DateOnly Due, DateOnly Closed, DateOnly AmendUntil)
{
    public PeriodStanding StandingAt(DateTimeOffset now)
    {
        var today = UkTime.DayOf(now);
        return today < Start ? PeriodStanding.NotOpen
            : today <= Due ? PeriodStanding.Open
            : today <= Closed ? PeriodStanding.Overdue
            : today <= AmendUntil ? PeriodStanding.AmendOnly
            : PeriodStanding.Closed;
    }

    public bool IsLate(DateTimeOffset submittedAt) => UkTime.DayOf(submittedAt) > Due;
}
