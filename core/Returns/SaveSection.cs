using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Returns;

/// <summary>What came of saving a section's page.</summary>
/// <param name="Before">The section as it was found.</param>
/// <param name="Typed">What stood in the boxes, rows of groups that are empty left out.</param>
public sealed record SavedSection(SectionToFill Before, TypedBoxes Typed, KeptAnswers Kept);

/// <summary>
/// Saves what a person typed on a section's page, as far as it can be kept. A question whose boxes weren't on the page stays as it is; an emptied
/// box clears its answer; what was carried over and not touched becomes an answer only where the person says that it is right.
/// </summary>
public sealed class SaveSection(ReadSection read, SaveAnswers save)
{
    /// <summary>The name of the box that holds the version of an answer which the page showed.</summary>
    public static string VersionOf(QuestionId question) => $"{question}/version";

    /// <summary>The name of the box that holds the mark of what the page showed, by which an answer that nobody touched is known.</summary>
    public static string ShownOf(QuestionId question) => $"{question}/shown";

    /// <summary>The mark of an answer and of its comment as they are saved.</summary>
    public static string MarkOf(DraftAnswer draft) => $"{Mark(draft.ValueJson.Span)}-{Mark(Encoding.UTF8.GetBytes(draft.Comment ?? ""))}";

    /// <summary>The name of the box for the sentence beside an answer.</summary>
    public static string CommentOf(QuestionId question) => $"{question}/comment";

    /// <summary>The name of the choice between two people's answers: <see cref="KeepTheirs"/> leaves what is saved.</summary>
    public static string KeepOf(QuestionId question) => $"{question}/keep";

    /// <summary>The name of the box that says that the page asked for that choice: without one, neither answer is taken for the other.</summary>
    public static string ConflictOf(QuestionId question) => $"{question}/conflict";

    public const string KeepTheirs = "theirs";
    public const string KeepMine = "mine";

    /// <param name="confirmed">The person says that what is carried over in this section is still right.</param>
    /// <param name="removed">The row of a group that goes, as <c>group/row</c>; null for none.</param>
    public async Task<Outcome<SavedSection>> RunAsync(
        ReturnKey key, SectionId section, TypedBoxes typed, bool confirmed, string? removed, Caller caller, CancellationToken cancellation)
    {
        var found = await read.RunAsync(key, section, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (current.WhyReadOnly is { } closed)
            return closed;
        foreach (var group in current.Questions.Select(one => one.Question).OfType<RepeatingGroupQuestion>())
            if (group.IsIn(typed, group.Id.Value))
                typed = group.Closed(typed, group.Id.Value, RowOf(group, removed));
        var changes = current.Questions.Select(question => ChangeOf(question, typed, confirmed)).OfType<AnswerChange>().ToList();
        var kept = await save.KeepUsableAsync(current.Return, changes, caller, cancellation);
        return kept.Value is { } done ? new SavedSection(current, typed, done) : kept.Problem!;
    }

    private static int? RowOf(RepeatingGroupQuestion group, string? removed) =>
        removed?.Split('/') is [var id, var row] && id == group.Id.Value && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static AnswerChange? ChangeOf(QuestionToFill shown, TypedBoxes typed, bool confirmed)
    {
        var question = shown.Question;
        if (!typed.Has(VersionOf(question.Id)) || typed.Text(KeepOf(question.Id)) == KeepTheirs)
            return null;
        // A version that is no number matches none: a conflict, never an overwriting.
        var chosen = !typed.Has(ConflictOf(question.Id)) || typed.Text(KeepOf(question.Id)) == KeepMine;
        var version = chosen && int.TryParse(typed.Text(VersionOf(question.Id)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var marks = typed.Has(ShownOf(question.Id)) ? typed.Text(ShownOf(question.Id)) : MarkOf(DraftAnswer.None);
        var comment = typed.Has(CommentOf(question.Id)) ? Lines(typed.Text(CommentOf(question.Id))) : null;
        var hasComment = comment is not null && !marks.EndsWith($"-{Mark(Encoding.UTF8.GetBytes(comment))}", StringComparison.Ordinal);
        var value = question.IsIn(typed, question.Id.Value) ? AnswerJson.Typed(question, typed) : default(ReadOnlyMemory<byte>?);
        var understood = value is { } json ? Understood(question, json) : null;
        var decided = version == 0 && shown.Carried is not null;
        if (decided
            ? !confirmed && !hasComment && understood is { } same && same.Span.SequenceEqual(AnswerJson.Of(question, shown.Carried).Span)
            : understood is { } untouched && marks.StartsWith($"{Mark(untouched.Span)}-", StringComparison.Ordinal))
            value = null;
        return value is null && !hasComment ? null : new AnswerChange(question.Id.Value, value, version, hasComment, comment) { Decided = decided };
    }

    /// <summary>The canonical JSON of what was typed; null where the question can't take it.</summary>
    private static ReadOnlyMemory<byte>? Understood(Question question, ReadOnlyMemory<byte> json)
    {
        var findings = new Findings();
        var answer = AnswerJson.Read(question, json, findings);
        return findings.HasRefused ? null : AnswerJson.Of(question, answer);
    }

    /// <summary>A comment as it is kept: browsers send line ends of two characters.</summary>
    private static string Lines(string comment) => comment.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static string Mark(ReadOnlySpan<byte> shown) => Convert.ToHexStringLower(SHA256.HashData(shown).AsSpan(0, 6));
}
