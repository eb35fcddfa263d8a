using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>A wish to submit.</summary>
/// <param name="ExpectedChange">The state of the return that the signatory read.</param>
/// <param name="IdempotencyKey">The same for every try at the same submission.</param>
public sealed record Submission(ReturnKey Key, long ExpectedChange, string IdempotencyKey, Signatory Signatory, int? Minutes)
{
    /// <summary>Who signs second, as a charity's program says that sends both; null where each signs in and signs.</summary>
    public Signatory? SecondSignatory { get; init; }
}

/// <summary>What a charity gets for a submission.</summary>
/// <param name="Reference">To quote in a letter or on the telephone.</param>
/// <param name="Late">It came after the due day.</param>
/// <param name="Replayed">This submission had been made before; nothing was done again.</param>
public sealed record Receipt(string Reference, int Revision, string Digest, DateTimeOffset SubmittedAt, bool Late, ReturnHeader Header, bool Replayed)
{
    public static string ReferenceOf(ReturnKey key, int revision) => string.Create(CultureInfo.InvariantCulture, $"{key}/{revision}");
}

/// <summary>
/// Submits a return: checks every question again, then makes the next revision, the header, the results and the outbox row in one
/// transaction. The report is made by queue functions afterwards; if their message is lost, the sweeper sends it.
/// </summary>
public sealed class SubmitReturn(FindReturn find, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    public async Task<Outcome<Receipt>> RunAsync(Submission submission, Caller caller, CancellationToken cancellation)
    {
        var key = Hash(submission.IdempotencyKey);
        var body = Hash($"{submission.ExpectedChange}\n{submission.Signatory.Name}\n{submission.Signatory.Role}\n{submission.Minutes}{(submission.SecondSignatory is { } other ? $"\n{other.Name}\n{other.Role}" : "")}");
        var found = await find.RunAsync(submission.Key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.MaySign)
            return current.Access.WhyNot("A signatory of the provider signs and submits its returns.");
        if (Replay(current, key, body) is { } replay)
            return replay;
        var now = clock.GetUtcNow();
        if (WhyNot(current, submission.ExpectedChange, now) is { } refused)
            return refused;
        var signed = SignaturesOf(current, submission, caller);
        if (signed.Problem is { } unsigned)
            return unsigned;

        var answers = current.Ask(current.DraftAnswers());
        var findings = current.Judge(answers);
        if (findings.Count > 0)
            return NotReady(findings);

        var before = current.Header;
        var (signatory, second) = signed.Value;
        var revision = Revision.Of(submission.Key, before.Revision + 1, answers, signatory, submission.Minutes, now) with { SecondSignatory = second };
        var stored = RevisionJson.Write(revision);
        var entry = RecordChain.Of(submission.Key).Next(
            before.Record, new Done(now, caller.Id, current.Access.For, Deed.Submitted, Revision.NameOf(revision.Number), before.Digest, stored.Digest));
        var answered = await AnsweredByAsync(current, revision, caller, cancellation);
        var header = before.WithRevision(answered.Count, now) with
        {
            Change = before.Change + 1,
            Digest = stored.Digest,
            Minutes = submission.Minutes,
            SubmissionKey = key,
            SubmissionBody = body,
            Record = RecordChain.HeadAfter(entry),
        };
        var item = new OutboxItem(
            OutboxItem.NewId(now), OutboxEvent.Submitted, submission.Key, current.Award.Provider.Id, header.Status, header.Revision, header.Change, now);
        var write = new SubmissionWrite(header, current.Work.HeaderGuard, stored, Results.Of(revision.Number, revision.Answers, current.Award), item, entry) { Queries = answered };
        await find.KeepSweptAsync(current, cancellation);
        if (!await returns.TrySubmitAsync(write, cancellation))
            return await AfterLosingAsync(submission, caller, key, body, cancellation);

        await queue.TrySendAsync(new ApplyProjectionsMessage(submission.Key.Programme, submission.Key.Period, item.Id), cancellation);
        return ReceiptOf(current with { Work = current.Work with { Header = header } }, replayed: false);
    }

    /// <summary>The header was not as it was read: somebody was quicker, or our own first try had arrived after all.</summary>
    private async Task<Outcome<Receipt>> AfterLosingAsync(Submission submission, Caller caller, string key, string body, CancellationToken cancellation)
    {
        var found = await find.RunAsync(submission.Key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        return Replay(current, key, body) ?? Changed(current);
    }

    private static Outcome<Receipt>? Replay(FoundReturn current, string key, string body)
    {
        if (!string.Equals(current.Header.SubmissionKey, key, StringComparison.Ordinal))
            return null;
        return string.Equals(current.Header.SubmissionBody, body, StringComparison.Ordinal)
            ? ReceiptOf(current, replayed: true)
            : new Problem(Catalogue.IdempotencyKeyReused, "Use a new Idempotency-Key for a new submission.");
    }

    internal static Problem? WhyNot(FoundReturn current, long expectedChange, DateTimeOffset now)
    {
        if (current.WhyNotAt(now) is { } closed)
            return closed;
        if (expectedChange != current.Header.Change)
            return Changed(current);
        return current.Header.HasNews ? null : NothingNew(current.Header);
    }

    internal static Problem NothingNew(ReturnHeader header) =>
        new(Catalogue.NothingNew, $"Revision {header.Revision} already says this. Change an answer before you submit again.");

    internal static Problem NotReady(IReadOnlyList<Finding> findings) =>
        new(Catalogue.NotReady, "Put right what is listed under findings, then submit again.") { Findings = findings };

    /// <summary>Who signs the revision, first and second. One person never signs twice; only a program may say both names.</summary>
    private static Outcome<(Signatory First, Signatory? Second)> SignaturesOf(FoundReturn current, Submission submission, Caller caller)
    {
        if (current.Version.SecondSignature is not { } role)
            return submission.SecondSignatory is null
                ? (submission.Signatory, null)
                : new Problem(Catalogue.SecondSignatureNotAsked, "Leave the second signatory out: this form asks for one signature.");
        if (submission.SecondSignatory is { } second)
            return !caller.Id.IsClient ? new Problem(Catalogue.SecondSignatureNeeded, "Each of the two signs in and signs. Only an organisation's own program sends both names.")
                : string.Equals(second.Name, submission.Signatory.Name, StringComparison.OrdinalIgnoreCase) ? SamePersonTwice(role)
                : (submission.Signatory, second);
        if (current.Header.FirstSignature is not { } first)
            return new Problem(Catalogue.SecondSignatureNeeded, $"Send secondSignatory with name and role too, beside the signatory: this form is also signed as “{role}”.");
        return first.By == caller.Id ? SamePersonTwice(role) : (first.Signatory, submission.Signatory);
    }

    private static Problem SamePersonTwice(string role) =>
        new(Catalogue.SamePersonTwice, $"The first of the two signatures is there. The second, “{role}”, has to be somebody else's.");

    private static Problem Changed(FoundReturn current) =>
        new(Catalogue.ReturnChanged, "Read the return again, look at what changed, and submit with its new ETag.") { CurrentChange = current.Header.Change };

    /// <summary>The open queries that a revision answers: those about an answer that it changes, and those about the return as a whole.</summary>
    private async Task<IReadOnlyList<Query>> AnsweredByAsync(FoundReturn current, Revision revision, Caller caller, CancellationToken cancellation)
    {
        if (current.Header.OpenQueries == 0 || await returns.GetRevisionAsync(current.Key, current.Header.Revision, cancellation) is not { } before)
            return [];
        var changed = AnswerDifference.Between(RevisionJson.Read(before, current.Version), revision).Select(difference => difference.Question.Id).ToHashSet();
        var open = (await returns.QueriesAsync(current.Key, cancellation)).Where(query => query.State == QueryState.Open);
        return [.. open.Where(query => query.Question is not { } question || changed.Contains(question))
            .Select(query => query with { State = QueryState.Answered, ClosedBy = caller.Id, ClosedAt = revision.SubmittedAt, AnsweredBy = revision.Number })];
    }

    private static Receipt ReceiptOf(FoundReturn current, bool replayed)
    {
        var header = current.Header;
        return new Receipt(
            Receipt.ReferenceOf(current.Key, header.Revision), header.Revision, header.Digest!,
            header.SubmittedAt!.Value, current.Period.IsLate(header.FirstSubmittedAt!.Value), header, replayed);
    }

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
