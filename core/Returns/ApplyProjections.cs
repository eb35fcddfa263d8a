using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// Does what follows from an outbox item, and only then removes the item: told twice, or killed between any two steps and told again, it
/// has the same effect.
/// </summary>
public sealed class ApplyProjections(
    IOutbox outbox, IPointerStore pointers, IProgrammeStore programmes, IReportStore reports, IEvidenceStore evidence, ProjectWaiting waiting, ProjectRestated restated, ProjectHelp help, TellOfReturn tell, IWorkQueue queue,
    TimeProvider clock)
{
    public async Task RunAsync(ApplyProjectionsMessage message, CancellationToken cancellation)
    {
        if (await outbox.GetAsync(message.Programme, message.Period, message.Outbox, cancellation) is not { } item)
            return;
        // A file may be sent before anything of the return is written.
        if (item.Status != ReturnStatus.NotStarted)
            await pointers.PutAsync(new Pointer(item.Provider, item.Key, item.Status, item.Revision, item.Change), cancellation);
        if (item.Event == OutboxEvent.Submitted)
        {
            await queue.SendAsync(
                ConsolidateReportMessage.ForRevision(message.Programme, message.Period, item.Key.Award, item.Revision), TimeSpan.Zero, cancellation);
            await MarkLaterReportsAsync(item, cancellation);
        }
        if (item.Revision > 0 && ProjectWaiting.Follows(item.Event))
            await waiting.RunAsync(item.Key, cancellation);
        if (item is { Event: OutboxEvent.Submitted, Revision: > 1 })
            await restated.RunAsync(item, cancellation);
        if (item.Event is OutboxEvent.Submitted or OutboxEvent.HelpAnswered)
            await help.RunAsync(item.Key, cancellation);
        if (item.Event == OutboxEvent.FilesChanged)
            foreach (var (file, _) in await evidence.OfAsync(item.Key, null, cancellation))
                if (file.State is FileState.Waiting or FileState.Removed)
                    await queue.SendAsync(ScanFileMessage.Of(file), cancellation);
        await tell.RunAsync(item, cancellation);
        await outbox.DeleteAsync(message.Programme, message.Period, message.Outbox, cancellation);
    }

    /// <summary>Reports of later periods show figures to date: those that are published are stale now, and made again.</summary>
    private async Task MarkLaterReportsAsync(OutboxItem item, CancellationToken cancellation)
    {
        var programme = await programmes.GetAsync(item.Key.Programme, cancellation)
            ?? throw new InvalidDataException($"Programme {item.Key.Programme} has returns and is not stored.");
        var now = clock.GetUtcNow();
        foreach (var later in programme.Calendar.Skip(programme.PlaceOf(item.Key.Period) + 1).TakeWhile(period => period.StandingAt(now) != PeriodStanding.NotOpen))
            if (await MarkAsync(ReportKey.Of(programme.Id, later.Id), now, cancellation) || await IsAnyPublishedAsync(programme.Id, later.Id, cancellation))
                await queue.SendAsync(
                    ConsolidateReportMessage.ForRevision(programme.Id, later.Id, item.Key.Award, item.Revision, item.Key.Period), TimeSpan.Zero, cancellation);
    }

    /// <summary>Whether somebody has a cut or a span that ends with a period; they follow the lead funder's report, which is made for them if need be.</summary>
    private async Task<bool> IsAnyPublishedAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        await foreach (var report in reports.EndingWithAsync(programme, period, cancellation))
            if (report.Published is not null || report.LeaseUntil is not null)
                return true;
        return false;
    }

    /// <returns>Whether there is a published report that can be stale.</returns>
    private async Task<bool> MarkAsync(ReportKey report, DateTimeOffset now, CancellationToken cancellation)
    {
        while (true)
        {
            var (state, guard) = await reports.GetAsync(report, cancellation);
            if (state.Published is null && state.LeaseUntil is null)
                return false;
            // The newest moment stands, so that a cut that was taken before it doesn't clear the mark.
            if (await reports.TrySaveAsync(state with { StaleSince = now }, guard, cancellation) is not null)
                return true;
        }
    }
}
