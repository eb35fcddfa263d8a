using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>What a signature came to.</summary>
/// <param name="Receipt">Null where it was the first of two, and nothing is submitted yet.</param>
public sealed record Signed(ReturnHeader Header, Receipt? Receipt);

/// <summary>
/// A signatory signs. Where one signature is enough, or the first was made, that submits the return; else the signature is kept until somebody
/// else makes the second.
/// </summary>
public sealed class SignReturn(FindReturn find, SubmitReturn submit, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    public async Task<Outcome<Signed>> RunAsync(Submission submission, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(submission.Key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.MaySign)
            return current.Access.WhyNot("A signatory of the provider signs and submits its returns.");
        var header = current.Header;
        var key = SubmitReturn.Hash(submission.IdempotencyKey);
        if (header.FirstSignature is { } first && string.Equals(first.Key, key, StringComparison.Ordinal))
            return new Signed(header, null);
        if (current.Version.SecondSignature is not null && header.FirstSignature is null && !string.Equals(header.SubmissionKey, key, StringComparison.Ordinal))
            return await KeepFirstAsync(current, submission, key, caller, cancellation);
        var done = await submit.RunAsync(submission, caller, cancellation);
        return done.Value is { } receipt ? new Signed(receipt.Header, receipt) : done.Problem!;
    }

    private async Task<Outcome<Signed>> KeepFirstAsync(FoundReturn current, Submission submission, string key, Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (SubmitReturn.WhyNot(current, submission.ExpectedChange, now) is { } refused)
            return refused;
        var draft = current.DraftAnswers();
        if (current.Judge(current.Ask(draft)) is { Count: > 0 } findings)
            return SubmitReturn.NotReady(findings);
        var digest = DraftDigest.Of(draft);
        var header = current.Header with { FirstSignature = new FirstSignature(caller.Id, now, submission.Signatory, submission.Minutes, key) };
        var kept = await ReturnChange.SaveAsync(
            current, header, OutboxEvent.FirstSigned, new Done(now, caller.Id, current.Access.For, Deed.FirstSigned, null, digest, digest), find, returns, queue, cancellation);
        return kept.Value is { } signed ? new Signed(signed, null) : kept.Problem!;
    }
}
