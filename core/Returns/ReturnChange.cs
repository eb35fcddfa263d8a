using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>Changes where a return stands, and nothing of its answers.</summary>
internal static class ReturnChange
{
    /// <param name="header">As it shall be; its change is counted here.</param>
    public static async Task<Outcome<ReturnHeader>> SaveAsync(
        FoundReturn current, ReturnHeader header, OutboxEvent what, Deed deed, Caller caller, FindReturn find, IReturnStore returns, IWorkQueue queue, TimeProvider clock, CancellationToken cancellation)
    {
        var done = new Done(clock.GetUtcNow(), caller.Id, current.Access.ForDeciding, deed, Revision.NameOf(header.Revision), header.Digest, header.Digest);
        return await SaveAsync(current, header, what, done, find, returns, queue, cancellation);
    }

    /// <param name="header">As it shall be; its change is counted here.</param>
    public static async Task<Outcome<ReturnHeader>> SaveAsync(
        FoundReturn current, ReturnHeader header, OutboxEvent what, Done done, FindReturn find, IReturnStore returns, IWorkQueue queue, CancellationToken cancellation,
        Query? query = null, AnswerBack? answer = null)
    {
        var entry = RecordChain.Of(current.Key).Next(header.Record, done);
        header = header with { Change = current.Header.Change + 1, Record = RecordChain.HeadAfter(entry) };
        var item = new OutboxItem(OutboxItem.NewId(done.At), what, current.Key, current.Award.Provider.Id, header.Status, header.Revision, header.Change, done.At);
        await find.KeepSweptAsync(current, cancellation);
        if (!await returns.TrySaveDraftAsync(new DraftWrite(header, current.Work.HeaderGuard, [], item, entry) { Queries = query is null ? [] : [query], AnswerBack = answer }, cancellation))
            return Stale(current);
        await queue.TrySendAsync(new ApplyProjectionsMessage(current.Key.Programme, current.Key.Period, item.Id), cancellation);
        return header;
    }

    public static Problem Stale(FoundReturn current) =>
        new(Catalogue.ReturnChanged, "Read the return again, look at what changed, and try with its new ETag.") { CurrentChange = current.Header.Change };
}
