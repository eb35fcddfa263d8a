using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Core.Periods;

/// <summary>
/// Touches what is due: opens periods that have started and asks for a report when one has closed. Nothing waits for it; it may run
/// late, twice or not at all, and everybody else decides by the period's dates.
/// </summary>
public sealed class OpenAndClosePeriods(IProgrammeStore programmes, IPeriodStore periods, OpenPeriod open, IWorkQueue queue, TimeProvider clock)
{
    /// <returns>How many periods were opened, and how many closings were handled.</returns>
    public async Task<(int Opened, int Closed)> RunAsync(CancellationToken cancellation)
    {
        var (opened, closed) = (0, 0);
        var list = Pages.AllAsync<ProgrammeSummary>((next, stop) => programmes.ListAsync(next, Pages.Size, stop), cancellation);
        await foreach (var summary in list)
            if (await programmes.GetAsync(summary.Id, cancellation) is { } programme)
                foreach (var period in programme.Calendar)
                {
                    var standing = period.StandingAt(clock.GetUtcNow());
                    if (standing == PeriodStanding.NotOpen)
                        continue;
                    var before = programme.ExtraTimes.Any(extra => extra.Period == period.Id)
                        ? await periods.GetNewestAsync(programme.Id, period.Id, cancellation)
                        : await periods.GetAsync(programme.Id, period.Id, cancellation);
                    var row = before ?? await open.EnsureAsync(programme, period, cancellation);
                    if (before is null && row is not null)
                        opened++;
                    if (row is { CloseHandled: false } && standing is PeriodStanding.AmendOnly or PeriodStanding.Closed)
                    {
                        await queue.SendAsync(ConsolidateReportMessage.ForClosing(programme.Id, period.Id, UkTime.EndOf(period.Closed)), TimeSpan.Zero, cancellation);
                        await periods.MarkCloseHandledAsync(programme.Id, period.Id, cancellation);
                        closed++;
                    }
                }
        return (opened, closed);
    }
}
