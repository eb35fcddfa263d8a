using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Returns;

/// <summary>A change whose question is known and whose value is canonical.</summary>
/// <param name="Value">Null where only the comment changes.</param>
internal sealed record ParsedChange(Question Question, AnswerChange Change, ReadOnlyMemory<byte>? Value);

/// <summary>Puts changes into a draft, each beside what others changed meanwhile.</summary>
internal sealed class AnswerMerging(Dictionary<string, DraftAnswer> draft, MemberId by, DateTimeOffset at)
{
    private readonly HashSet<Question> _changed = [];
    private readonly List<AnswerConflict> _conflicts = [];

    /// <returns>The questions that really changed, and the answers that two people changed otherwise.</returns>
    public (HashSet<Question> Changed, List<AnswerConflict> Conflicts) Run(List<ParsedChange> changes)
    {
        foreach (var change in changes)
            Put(change, draft.GetValueOrDefault(change.Question.Id.Value, DraftAnswer.None));
        return (_changed, _conflicts);
    }

    private void Put(ParsedChange parsed, DraftAnswer stored)
    {
        var (question, change) = (parsed.Question, parsed.Change);
        var value = new MergedAnswer(parsed.Value ?? stored.ValueJson, []);
        var (comment, contradicts) = (change.HasComment ? Trimmed(change.Comment) : stored.Comment, false);
        if (change.ShownJson is { } shown)
        {
            value = parsed.Value is { } yours ? AnswerMerge.Of(question, shown, yours, stored.ValueJson) : value;
            (comment, contradicts) = change.HasComment ? Merged(Trimmed(change.ShownComment), comment, stored.Comment) : (comment, false);
        }
        var same = value.ValueJson.Span.SequenceEqual(stored.ValueJson.Span) && string.Equals(comment, stored.Comment, StringComparison.Ordinal);
        if (value.Places.Count > 0 || contradicts || (!same && change.ShownJson is null && change.BasedOn != stored.Version))
        {
            _conflicts.Add(new AnswerConflict(question.Id, change.BasedOn, stored.Version, value.ValueJson, stored.ValueJson)
            {
                ShownJson = change.ShownJson,
                Places = change.ShownJson is null ? [question.Id.Value] : [.. value.Places, .. contradicts ? new[] { SaveSection.CommentOf(question.Id) } : []],
                YourComment = comment,
                TheirComment = stored.Comment,
                // Of a table that the same person changed since, nobody knows whose the cell is.
                By = stored.By == by ? null : stored.By,
                At = stored.By == by ? null : stored.At,
            });
            return;
        }
        if (same && !(change.Decided && stored.Version == 0))
        {
            draft.TryAdd(question.Id.Value, stored);
            return;
        }
        draft[question.Id.Value] = new DraftAnswer(stored.Version + 1, value.ValueJson, comment) { By = by, At = at };
        _changed.Add(question);
    }

    private static (string? Comment, bool Contradicts) Merged(string? shown, string? yours, string? theirs) =>
        string.Equals(yours, shown, StringComparison.Ordinal) ? (theirs, false)
        : (yours, !string.Equals(theirs, shown, StringComparison.Ordinal) && !string.Equals(theirs, yours, StringComparison.Ordinal));

    private static string? Trimmed(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
}
