using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// Sends again what was written to an outbox and never done, because a handler was killed or a queue was away. Reads the registry of
/// periods and the outbox rows of those still in use, the list of programmes and their outbox rows, nothing else.
/// </summary>
public sealed class SweepOutbox(IPeriodStore periods, IOutbox outbox, IProgrammeStore programmes, ISetupOutbox setups, IWorkQueue queue, TimeProvider clock)
{
    /// <summary>How long the ordinary way has before the sweeper helps.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <returns>How many items were sent again.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var sent = 0;
        var now = clock.GetUtcNow();
        await foreach (var period in Pages.AllAsync<OpenedPeriod>((next, stop) => periods.ListAsync(next, Pages.Size, stop), cancellation))
        {
            if (period.SweepUntil < now)
                continue;
            await foreach (var item in outbox.DueAsync(period.Programme, period.Period, now - Patience, now, cancellation))
            {
                await queue.SendAsync(new ApplyProjectionsMessage(period.Programme, period.Period, item.Id), cancellation);
                await outbox.PostponeAsync(item, now + WaitAfter(now - item.At), cancellation);
                sent++;
            }
        }
        await foreach (var programme in Pages.AllAsync<ProgrammeSummary>((next, stop) => programmes.ListAsync(next, Pages.Size, stop), cancellation))
            await foreach (var item in setups.DueAsync(programme.Id, now - Patience, now, cancellation))
            {
                await queue.SendAsync(new FollowSetupMessage(programme.Id, item.Id), cancellation);
                await setups.PostponeAsync(item, now + WaitAfter(now - item.At), cancellation);
                sent++;
            }
        return sent;
    }

    /// <summary>Waits longer the longer an item has failed, so that one that can't be done doesn't fill the queue.</summary>
    private static TimeSpan WaitAfter(TimeSpan age) => age < LongestWait ? age : LongestWait;
}
