using System.Buffers;
using System.Text.Json;
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
public sealed record AnswerChange(string Question, ReadOnlyMemory<byte>? ValueJson, int BasedOn, bool HasComment, string? Comment);

/// <summary>What a save came to.</summary>
/// <param name="Answers">The answers that were sent, with their versions now.</param>
/// <param name="Findings">What stands between the whole draft and a submission.</param>
public sealed record SavedAnswers(ReturnHeader Header, IReadOnlyDictionary<string, DraftAnswer> Answers, IReadOnlyList<Finding> Findings);

/// <summary>
/// Saves some answers of a return. Answers that others changed meanwhile are merged when they are different ones; the same answer changed by
/// two people is refused with both values. What can't be kept refuses the whole save.
/// </summary>
public sealed class SaveAnswers(FindReturn find, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    private const int MostTries = 12;
    private const int MostCommentCharacters = 2000;

    public async Task<Outcome<SavedAnswers>> RunAsync(ReturnKey key, IReadOnlyList<AnswerChange> changes, Caller caller, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var found = await find.RunAsync(key, caller, cancellation);
            if (found.Value is not { } current)
                return found.Problem!;
            if (current.WhyNotPrepare(changes.Select(change => change.Question)) is { } notYours)
                return notYours;
            if (current.WhyNotAt(clock.GetUtcNow()) is { } closed)
                return closed;

            var draft = current.WholeDraft();
            var draftBefore = DraftDigest.Of(draft);
            var parsed = Parse(current.Version, changes);
            if (parsed.Problem is { } unusable)
                return unusable;
            var changed = Merge(draft, parsed.Value!);
            if (changed.Problem is { } conflict)
                return conflict;

            var write = changed.Value!.Count == 0 ? null : WriteOf(current, draft, changed.Value, draftBefore, caller);
            if (write is null || await returns.TrySaveDraftAsync(write, cancellation))
            {
                if (write?.Outbox is { } item)
                    await queue.TrySendAsync(new ApplyProjectionsMessage(key.Programme, key.Period, item.Id), cancellation);
                var sent = changes.Where(change => draft.ContainsKey(change.Question)).DistinctBy(change => change.Question, StringComparer.Ordinal)
                    .ToDictionary(change => change.Question, change => draft[change.Question], StringComparer.Ordinal);
                return new SavedAnswers(write?.Header ?? current.Header, sent, current.Judge(current.Ask(draft)));
            }
            await Task.Delay(Random.Shared.Next(5, 20 * (attempt + 1)), cancellation);
        }
        return new Problem(Catalogue.Busy, "Many people are saving this return right now. Nothing was saved; try again in a moment.");
    }

    private static Outcome<List<ParsedChange>> Parse(FormVersion version, IReadOnlyList<AnswerChange> changes)
    {
        var findings = new Findings();
        var parsed = new List<ParsedChange>(changes.Count);
        var unknown = new List<Finding>();
        foreach (var change in changes)
        {
            if (version.Find(change.Question) is not { } question)
            {
                unknown.Add(new Finding(Catalogue.UnknownQuestion, FindingKind.Refused, Shorten(change.Question),
                    $"Version {version.Number} of this form has no question with this id."));
                continue;
            }
            if (change.Comment?.Length > MostCommentCharacters)
                findings.Refuse(Catalogue.CommentTooLong, question.Id, $"Shorten the comment on “{question.Label}” to {MostCommentCharacters:N0} characters or fewer.");
            if (change.Comment?.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')) == true)
                findings.Refuse(Catalogue.TextNotUsable, question.Id, $"Take the control characters out of the comment on “{question.Label}”.");
            parsed.Add(new ParsedChange(question, change, change.ValueJson is { } value ? Canonical(question, value, findings) : default(ReadOnlyMemory<byte>?)));
        }
        return unknown.Count > 0 || findings.HasRefused
            ? new Problem(Catalogue.AnswersNotUsable, "Put the answers right that are listed under findings, and send all of them again.") { Findings = [.. unknown, .. findings.All] }
            : parsed;
    }

    /// <summary>The value as it is stored, or null JSON where it is no answer.</summary>
    private static ReadOnlyMemory<byte> Canonical(Question question, ReadOnlyMemory<byte> value, Findings findings)
    {
        var json = new Utf8JsonReader(value.Span);
        json.Read();
        if (question.Parse(ref json, findings) is not { } answer)
            return DraftAnswer.NoValue;
        var bytes = new ArrayBufferWriter<byte>(Math.Max(64, value.Length));
        using (var writer = new Utf8JsonWriter(bytes, RevisionJson.Canonical))
            question.Write(writer, answer);
        return bytes.WrittenMemory;
    }

    /// <summary>Puts the changes into the draft; gives the questions that really changed.</summary>
    private static Outcome<HashSet<Question>> Merge(Dictionary<string, DraftAnswer> draft, List<ParsedChange> changes)
    {
        var changed = new HashSet<Question>();
        var conflicts = new List<AnswerConflict>();
        foreach (var (question, change, value) in changes)
        {
            var stored = draft.GetValueOrDefault(question.Id.Value, DraftAnswer.None);
            var newValue = value ?? stored.ValueJson;
            var newComment = change.HasComment ? Trimmed(change.Comment) : stored.Comment;
            if (newValue.Span.SequenceEqual(stored.ValueJson.Span) && string.Equals(newComment, stored.Comment, StringComparison.Ordinal))
            {
                draft.TryAdd(question.Id.Value, stored);
                continue;
            }
            if (change.BasedOn != stored.Version)
            {
                conflicts.Add(new AnswerConflict(question.Id, change.BasedOn, stored.Version, newValue, stored.ValueJson));
                continue;
            }
            draft[question.Id.Value] = new DraftAnswer(stored.Version + 1, newValue, newComment);
            changed.Add(question);
        }
        return conflicts.Count > 0
            ? new Problem(Catalogue.AnswersChanged, "Look at both values of each answer under conflicts, decide, and send yours again with basedOn set to its current version.") { Conflicts = conflicts }
            : changed;
    }

    private DraftWrite WriteOf(FoundReturn current, Dictionary<string, DraftAnswer> draft, HashSet<Question> changed, string? draftBefore, Caller caller)
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
        var header = before with
        {
            Status = before.Status is ReturnStatus.NotStarted or ReturnStatus.ReadyToSign ? ReturnStatus.Draft : before.Status,
            Change = before.Change + 1,
            DraftDiffers = true,
        };
        RecordEntry? entry = null;
        if (before.EditedBy != caller.Id || before.EditedOn != UkTime.DayOf(now))
        {
            entry = RecordChain.Of(current.Key).Next(before.Record, new Done(now, caller.Id, current.Access.For, Deed.DraftChanged, current.Access.HelpsFrom?.Value, draftBefore, DraftDigest.Of(draft)));
            header = header with { Record = RecordChain.HeadAfter(entry), EditedBy = caller.Id, EditedOn = UkTime.DayOf(now) };
        }
        var outbox = header.Status == before.Status
            ? null
            : new OutboxItem(OutboxItem.NewId(now), OutboxEvent.DraftStarted, current.Key, current.Award.Provider.Id, header.Status, header.Revision, header.Change, now);
        return new DraftWrite(header, current.Work.HeaderGuard, sections, outbox, entry);
    }

    private static string? Trimmed(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();

    private static string Shorten(string id) => id.Length <= Identifier.MaxLength ? id : string.Concat(id.AsSpan(0, Identifier.MaxLength), "…");

    private sealed record ParsedChange(Question Question, AnswerChange Change, ReadOnlyMemory<byte>? Value);
}
