using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>A signatory sends a return back to whoever prepares it, with a note; a first signature under it is gone.</summary>
public sealed class SendBack(FindReturn find, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    public const int MostNoteCharacters = 1_000;

    /// <param name="expectedChange">The state of the return that was read.</param>
    /// <param name="note">1 to <see cref="MostNoteCharacters"/> characters, on one line or several.</param>
    public async Task<Outcome<ReturnHeader>> RunAsync(ReturnKey key, long expectedChange, string note, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.MaySign)
            return current.Access.WhyNot("A signatory of the provider signs its returns, or sends them back.");
        var now = clock.GetUtcNow();
        if (current.WhyNotAt(now) is { } closed)
            return closed;
        if (WhyNot(note) is { } unusable)
            return new Problem(Catalogue.NoteNotUsable, unusable);
        var before = current.Header;
        var text = note.Trim();
        if (before.SentBack is { } mark && mark.By == caller.Id && string.Equals(mark.Note, text, StringComparison.Ordinal) && before.Change == expectedChange + 1)
            return before;
        if (expectedChange != before.Change)
            return ReturnChange.Stale(current);
        if (before.Change == 0 || (!before.HasNews && before.Ready is null))
            return new Problem(Catalogue.NothingToSendBack, "Nothing waits to be signed: nobody has changed the return since it was submitted, or begun it.");

        var digest = DraftDigest.Of(current.DraftAnswers());
        var header = before with
        {
            Status = before.Status == ReturnStatus.ReadyToSign ? ReturnStatus.Draft : before.Status,
            Ready = null,
            FirstSignature = null,
            SentBack = new SentBackMark(caller.Id, now, text),
        };
        return await ReturnChange.SaveAsync(
            current, header, OutboxEvent.SentBack, new Done(now, caller.Id, current.Access.For, Deed.SentBack, null, digest, digest), find, returns, queue, cancellation);
    }

    private static string? WhyNot(string note) =>
        string.IsNullOrWhiteSpace(note) ? "Write what has to be looked at."
        : note.Trim().Length > MostNoteCharacters ? $"Shorten the note to {MostNoteCharacters:N0} characters or fewer."
        : note.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')) ? "Take the control characters out of the note."
        : null;
}
