using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// Does what follows from an outbox item, and only then removes the item: told twice, or killed between any two steps and told again, it
/// has the same effect.
/// </summary>
public sealed class ApplyProjections(IOutbox outbox, IPointerStore pointers, IWorkQueue queue)
{
    public async Task RunAsync(ApplyProjectionsMessage message, CancellationToken cancellation)
    {
        if (await outbox.GetAsync(message.Programme, message.Period, message.Outbox, cancellation) is not { } item)
            return;
        await pointers.PutAsync(new Pointer(item.Provider, item.Key, item.Status, item.Revision, item.Change), cancellation);
        if (item.Event == OutboxEvent.Submitted)
            await queue.SendAsync(
                ConsolidateReportMessage.ForRevision(message.Programme, message.Period, item.Key.Award, item.Revision), TimeSpan.Zero, cancellation);
        await outbox.DeleteAsync(message.Programme, message.Period, message.Outbox, cancellation);
    }
}
