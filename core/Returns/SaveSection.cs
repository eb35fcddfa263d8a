using System.Globalization;
using System.Text;
using System.Text.Json;
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

    /// <summary>The name of the box for the sentence beside an answer.</summary>
    public static string CommentOf(QuestionId question) => $"{question}/comment";

    /// <summary>The name of the choice between two people's answers: <see cref="KeepTheirs"/> leaves what is saved.</summary>
    public static string KeepOf(QuestionId question) => $"{question}/keep";

    /// <summary>The name of the choice between two people's values of one place, a question's id or a table's cell.</summary>
    public static string KeepOf(string place) => $"{place}/keep";

    /// <summary>The name of the hidden field with the answer that the page showed, canonical JSON: what the person changed is what differs from it.</summary>
    public static string ShownOf(QuestionId question) => $"{question}/shown";

    /// <summary>The same of the sentence beside it.</summary>
    public static string ShownCommentOf(QuestionId question) => $"{question}/comment/shown";

    /// <summary>The name of the hidden field with the other person's answer, where two contradict each other: what a choice is based on.</summary>
    public static string TheirsOf(QuestionId question) => $"{question}/theirs";

    /// <summary>The same of its version.</summary>
    public static string TheirVersionOf(QuestionId question) => $"{question}/theirs/version";

    /// <summary>What <see cref="ShownOf"/> holds of an answer.</summary>
    public static string ShownText(Question question, Answer? answer) => Encoding.UTF8.GetString(AnswerJson.Of(question, answer).Span);

    public const string KeepTheirs = "theirs";
    public const string KeepMine = "mine";

    /// <param name="confirmed">The person says that what is carried over in this section is still right.</param>
    public async Task<Outcome<SavedSection>> RunAsync(ReturnKey key, SectionId section, TypedBoxes typed, bool confirmed, Caller caller, CancellationToken cancellation)
    {
        var found = await read.RunAsync(key, section, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (current.WhyReadOnly is { } closed)
            return closed;
        foreach (var group in current.Questions.Select(one => one.Question).OfType<RepeatingGroupQuestion>())
            if (group.IsIn(typed, group.Id.Value))
                typed = group.Closed(typed, group.Id.Value);
        typed = ChosenAnswers.In(current.Questions.Select(one => one.Question), typed);
        var changes = current.Questions.Select(question => ChangeOf(question, typed, confirmed)).OfType<AnswerChange>().ToList();
        var kept = await save.KeepUsableAsync(current.Return, changes, caller, cancellation);
        return kept.Value is { } done ? new SavedSection(current, typed, done) : kept.Problem!;
    }

    private static AnswerChange? ChangeOf(QuestionToFill shown, TypedBoxes typed, bool confirmed)
    {
        var question = shown.Question;
        if (!typed.Has(VersionOf(question.Id)))
            return null;
        // A version that is no number matches none: a conflict, never an overwriting.
        var version = int.TryParse(typed.Text(VersionOf(question.Id)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var hasComment = typed.Has(CommentOf(question.Id));
        var comment = hasComment ? typed.Text(CommentOf(question.Id)) : null;
        var value = question.IsIn(typed, question.Id.Value) && typed.Text(KeepOf(question.Id)) != KeepTheirs ? AnswerJson.Typed(question, typed) : default(ReadOnlyMemory<byte>?);
        var decided = version == 0 && shown.Carried is not null;
        if (value is { } json && decided && !confirmed && string.IsNullOrWhiteSpace(comment) && IsStillCarried(shown, json))
            return null;
        return value is null && !hasComment ? null : new AnswerChange(question.Id.Value, value, version, hasComment, comment)
        {
            Decided = decided,
            ShownJson = ShownIn(question, typed),
            ShownComment = typed.Has(ShownCommentOf(question.Id)) ? typed.Text(ShownCommentOf(question.Id)) : null,
        };
    }

    /// <summary>The answer that the page showed, canonical; null where it doesn't say, or nothing that could be an answer.</summary>
    private static ReadOnlyMemory<byte>? ShownIn(Question question, TypedBoxes typed)
    {
        if (typed.Text(ShownOf(question.Id)) is not { Length: > 0 } text)
            return null;
        try
        {
            var findings = new Findings();
            var answer = AnswerJson.Read(question, Encoding.UTF8.GetBytes(text), findings);
            return findings.HasRefused ? null : AnswerJson.Of(question, answer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsStillCarried(QuestionToFill shown, ReadOnlyMemory<byte> json)
    {
        var findings = new Findings();
        var answer = AnswerJson.Read(shown.Question, json, findings);
        return !findings.HasRefused && AnswerJson.Of(shown.Question, answer).Span.SequenceEqual(AnswerJson.Of(shown.Question, shown.Carried).Span);
    }
}
