using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Periods;

/// <summary>
/// Opens a period for whoever touches it first, a person or the timer: the form version is fixed then, once. Says until when unsent work of its returns is looked
/// for, and moves that on while there is any.
/// </summary>
public sealed class OpenPeriod(IProgrammeStore programmes, IPeriodStore periods, TimeProvider clock)
{
    /// <summary>How long after the last correction unsent work is still looked for.</summary>
    private static readonly TimeSpan SweepAfter = TimeSpan.FromDays(60);

    /// <summary>For how long unsent work is looked for at least, from when it was written.</summary>
    private static readonly TimeSpan SweepAtLeast = TimeSpan.FromDays(30);

    /// <summary>Until when unsent work of a period's returns is looked for.</summary>
    public static DateTimeOffset SweepUntil(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return UkTime.EndOf(period.AmendUntil) + SweepAfter;
    }

    /// <summary>
    /// Before work is written: has it looked for long enough. What was reopened or asked about goes on long after its period. Costs a call a month, and until a month
    /// after the last correction none.
    /// </summary>
    public async Task KeepSweptAsync(OpenedPeriod opened, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var now = clock.GetUtcNow();
        if (opened.SweepUntil < now + SweepAtLeast)
            await periods.ExtendAsync(opened.Programme, opened.Period, now + SweepAfter, closesAgain: false, cancellation);
    }

    /// <summary>The registry row; null where the period has not started, or the programme is still being set up.</summary>
    public async Task<OpenedPeriod?> EnsureAsync(Programme programme, ReportingPeriod period, CancellationToken cancellation)
    {
        if (await periods.GetAsync(programme.Id, period.Id, cancellation) is { } opened)
            return opened;
        var now = clock.GetUtcNow();
        if (!programme.IsComplete || period.StandingAt(now) == PeriodStanding.NotOpen)
            return null;
        // What the caller holds may be from before midnight, when a version could still be announced for this period. Once it has started nothing changes its version any more.
        if (await programmes.GetAsync(programme.Id, cancellation) is not { IsComplete: true } newest || newest.Period(period.Id) is not { } starts || starts.StandingAt(now) == PeriodStanding.NotOpen)
            return null;
        var row = new OpenedPeriod(programme.Id, starts.Id, newest.PlannedFormVersion(starts.Id), newest.PeriodBefore(starts.Id)?.Id, now, SweepUntil(starts));
        return await periods.OpenAsync(row, cancellation);
    }
}
