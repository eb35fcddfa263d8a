using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>Whoever prepared a return says that it is ready to sign. A return that was in before keeps its status and only bears the mark.</summary>
public sealed class MarkReady(FindReturn find, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    /// <param name="expectedChange">The state of the return that was read.</param>
    public async Task<Outcome<ReturnHeader>> RunAsync(ReturnKey key, long expectedChange, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.MayPrepare)
            return current.Access.WhyNot("A preparer of the provider, or a supporter that it lets in, says when a return is ready to sign.");
        var now = clock.GetUtcNow();
        if (current.WhyNotAt(now) is { } closed)
            return closed;
        var before = current.Header;
        if (before.Ready is { } ready && ready.By == caller.Id)
            return before;
        if (expectedChange != before.Change)
            return ReturnChange.Stale(current);
        if (!before.HasNews)
            return SubmitReturn.NothingNew(before);
        var draft = current.DraftAnswers();
        if (current.Judge(current.Ask(draft)) is { Count: > 0 } findings)
            return new Problem(Catalogue.NotReadyToSign, "Put right what is listed under findings, then say again that it is ready.") { Findings = findings };

        var digest = DraftDigest.Of(draft);
        var header = before with
        {
            Status = before.Status is ReturnStatus.NotStarted or ReturnStatus.Draft ? ReturnStatus.ReadyToSign : before.Status,
            Ready = new ReadyMark(caller.Id, now),
            SentBack = null,
        };
        return await ReturnChange.SaveAsync(
            current, header, OutboxEvent.MarkedReady, new Done(now, caller.Id, current.Access.For, Deed.MarkedReady, null, digest, digest), find, returns, queue, cancellation);
    }
}
