using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>A change to one answer, as it came in.</summary>
/// <param name="Question">The id as sent; it may be no question at all.</param>
/// <param name="ValueJson">The new answer, JSON; null leaves the answer and changes only the comment.</param>
/// <param name="BasedOn">The version of the answer that the person saw; 0 where there was none.</param>
/// <param name="HasComment">Whether <paramref name="Comment"/> replaces the stored one.</param>
public sealed record AnswerChange(string Question, ReadOnlyMemory<byte>? ValueJson, int BasedOn, bool HasComment, string? Comment)
{
    /// <summary>No answer is a decision too, where none was made: what was carried over and then cleared doesn't come back.</summary>
    public bool Decided { get; init; }

    /// <summary>The answer that the person saw, JSON: with it two people's changes of one answer are merged, and what was not touched is nobody's change. Null: only versions count.</summary>
    public ReadOnlyMemory<byte>? ShownJson { get; init; }

    /// <summary>The comment that the person saw, where <see cref="ShownJson"/> is set.</summary>
    public string? ShownComment { get; init; }
}

/// <summary>What a save came to.</summary>
/// <param name="Answers">The answers that were sent, with their versions now.</param>
/// <param name="Findings">What stands between the whole draft and a submission.</param>
public sealed record SavedAnswers(ReturnHeader Header, IReadOnlyDictionary<string, DraftAnswer> Answers, IReadOnlyList<Finding> Findings);

/// <summary>What a save of what could be kept came to.</summary>
/// <param name="Saved">The answers that are kept as they were sent, with their versions now.</param>
/// <param name="Refused">Why the others can't be kept; nothing of them was changed.</param>
/// <param name="Conflicts">Answers that somebody else changed meanwhile; nothing of them was changed either.</param>
/// <param name="Findings">What stands between the whole draft and a submission.</param>
/// <param name="At">When it was saved.</param>
public sealed record KeptAnswers(
    ReturnHeader Header, IReadOnlyDictionary<string, DraftAnswer> Saved, IReadOnlyList<Finding> Refused, IReadOnlyList<AnswerConflict> Conflicts,
    IReadOnlyList<Finding> Findings, DateTimeOffset At)
{
    /// <summary>Whether all that was sent is kept.</summary>
    public bool IsWhole => Refused.Count == 0 && Conflicts.Count == 0;
}

/// <summary>
/// Saves some answers of a return. Answers that others changed meanwhile are merged when they are different ones; the same answer changed by
/// two people is refused with both values. A program's save is kept whole or not at all; of a person's, all that can be.
/// </summary>
public sealed class SaveAnswers(FindReturn find, IReturnStore returns, IEvidenceStore evidence, IWorkQueue queue, TimeProvider clock)
{
    private const int MostTries = 12;

    /// <summary>The most characters of the sentence that explains an answer.</summary>
    public const int MostCommentCharacters = 2000;

    /// <summary>Saves all of the changes, or none where one can't be kept.</summary>
    public async Task<Outcome<SavedAnswers>> RunAsync(ReturnKey key, IReadOnlyList<AnswerChange> changes, Caller caller, CancellationToken cancellation)
    {
        var kept = await RunAsync(key, null, changes, allOrNothing: true, caller, cancellation);
        return kept.Value is { } done ? new SavedAnswers(done.Header, done.Saved, done.Findings) : kept.Problem!;
    }

    /// <summary>Saves what can be kept, in one transaction, and says what could not.</summary>
    public Task<Outcome<KeptAnswers>> KeepUsableAsync(ReturnKey key, IReadOnlyList<AnswerChange> changes, Caller caller, CancellationToken cancellation) =>
        RunAsync(key, null, changes, allOrNothing: false, caller, cancellation);

    /// <param name="found">The return as it was just found; it is found again where somebody saves at the same time.</param>
    internal Task<Outcome<KeptAnswers>> KeepUsableAsync(FoundReturn found, IReadOnlyList<AnswerChange> changes, Caller caller, CancellationToken cancellation) =>
        RunAsync(found.Key, found, changes, allOrNothing: false, caller, cancellation);

    private async Task<Outcome<KeptAnswers>> RunAsync(
        ReturnKey key, FoundReturn? alreadyFound, IReadOnlyList<AnswerChange> changes, bool allOrNothing, Caller caller, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var found = attempt == 0 && alreadyFound is not null ? alreadyFound : await find.RunAsync(key, caller, cancellation);
            if (found.Value is not { } current)
                return found.Problem!;
            var now = clock.GetUtcNow();
            if (current.WhyNotPrepareAt(changes.Select(change => change.Question), now) is { } refusal)
                return refusal;

            var draft = current.WholeDraft();
            var draftBefore = DraftDigest.Of(draft);
            var (parsed, refused) = Parse(current.Version, changes);
            if (allOrNothing && refused.Count > 0)
                return new Problem(Catalogue.AnswersNotUsable, "Put the answers right that are listed under findings, and send all of them again.") { Findings = refused };
            var (changed, conflicts) = new AnswerMerging(draft, caller.Id, now).Run(parsed);
            if (allOrNothing && conflicts.Count > 0)
                return new Problem(Catalogue.AnswersChanged, "Look at both values of each answer under conflicts, decide, and send yours again with basedOn set to its current version.") { Conflicts = conflicts };

            var files = await FilesOfDraft.AfterAsync(current.Key, draft, changed, evidence, cancellation);
            if (files.Problem is { } strange)
                return strange;

            var write = changed.Count == 0 ? null : WriteOf(current, draft, changed, draftBefore, files.Value!, caller);
            if (write?.Outbox is not null)
                await find.KeepSweptAsync(current, cancellation);
            if (write is null || await returns.TrySaveDraftAsync(write, cancellation))
            {
                if (write?.Outbox is { } item)
                    await queue.TrySendAsync(new ApplyProjectionsMessage(key.Programme, key.Period, item.Id), cancellation);
                var saved = parsed.Select(change => change.Question.Id).Except(conflicts.Select(conflict => conflict.Question))
                    .ToDictionary(id => id.Value, id => draft[id.Value], StringComparer.Ordinal);
                return new KeptAnswers(write?.Header ?? current.Header, saved, refused, conflicts, current.Judge(current.Ask(draft)), now);
            }
            await Task.Delay(Random.Shared.Next(5, 20 * (attempt + 1)), cancellation);
        }
        return new Problem(Catalogue.Busy, "Many people are saving this return right now. Nothing was saved; try again in a moment.");
    }

    /// <summary>The changes that can be kept, and why the others can't.</summary>
    private static (List<ParsedChange> Usable, IReadOnlyList<Finding> Refused) Parse(FormVersion version, IReadOnlyList<AnswerChange> changes)
    {
        var findings = new Findings();
        var usable = new List<ParsedChange>(changes.Count);
        var unknown = new List<Finding>();
        foreach (var change in changes)
        {
            if (version.Find(change.Question) is not { } question)
            {
                unknown.Add(new Finding(Catalogue.UnknownQuestion, FindingKind.Refused, Shorten(change.Question),
                    $"Version {version.Number} of this form has no question with this id."));
                continue;
            }
            var before = findings.All.Count;
            if (change.Comment?.Length > MostCommentCharacters)
                findings.Refuse(Catalogue.CommentTooLong, question.Id, $"Shorten the comment on “{question.Label}” to {MostCommentCharacters:N0} characters or fewer.");
            if (change.Comment?.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')) == true)
                findings.Refuse(Catalogue.TextNotUsable, question.Id, $"Take the control characters out of the comment on “{question.Label}”.");
            var value = change.ValueJson is { } json ? AnswerJson.Of(question, AnswerJson.Read(question, json, findings)) : default(ReadOnlyMemory<byte>?);
            if (findings.All.Count == before)
                usable.Add(new ParsedChange(question, change, value));
        }
        return (usable, [.. unknown, .. findings.All]);
    }

    private DraftWrite WriteOf(FoundReturn current, Dictionary<string, DraftAnswer> draft, HashSet<Question> changed, string? draftBefore, IReadOnlyList<FileWrite> files, Caller caller)
    {
        var now = clock.GetUtcNow();
        var sections = new List<DraftSection>();
        foreach (var section in current.Version.Sections)
            if (section.Questions.Any(changed.Contains))
            {
                var answers = section.Questions.Where(question => draft.TryGetValue(question.Id.Value, out var answer) && answer.Version > 0)
                    .ToDictionary(question => question.Id.Value, question => draft[question.Id.Value], StringComparer.Ordinal);
                var guard = current.Work.Draft.FirstOrDefault(stored => string.Equals(stored.Section, section.Id.Value, StringComparison.Ordinal))?.Guard;
                sections.Add(new DraftSection(section.Id.Value, answers, guard) { Changed = new Worked(now, caller.Id, current.Access.For) });
            }
        var before = current.Header;
        var header = before.WithChangedDraft();
        RecordEntry? entry = null;
        if (files.Count > 0 || before.EditedBy != caller.Id || before.EditedOn != UkTime.DayOf(now))
        {
            var (deed, about) = files.Count > 0 ? (Deed.FileRemoved, string.Join(", ", files.Select(write => write.File.Id))) : (Deed.DraftChanged, current.Access.HelpsFrom?.Value);
            entry = RecordChain.Of(current.Key).Next(before.Record, new Done(now, caller.Id, current.Access.For, deed, about, draftBefore, DraftDigest.Of(draft)));
            header = header with { Record = RecordChain.HeadAfter(entry) };
            if (deed == Deed.DraftChanged)
                header = header with { EditedBy = caller.Id, EditedOn = UkTime.DayOf(now) };
        }
        var outbox = header.Status == before.Status && files.Count == 0
            ? null
            : new OutboxItem(OutboxItem.NewId(now), files.Count > 0 ? OutboxEvent.FilesChanged : OutboxEvent.DraftStarted, current.Key, current.Award.Provider.Id, header.Status, header.Revision, header.Change, now);
        return new DraftWrite(header, current.Work.HeaderGuard, sections, outbox, entry) { Files = files, Moves = header.Status != before.Status };
    }

    private static string Shorten(string id) => id.Length <= Identifier.MaxLength ? id : string.Concat(id.AsSpan(0, Identifier.MaxLength), "…");
}
