using System.Globalization;
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
        var changes = current.Questions.Select(question => ChangeOf(question, typed, confirmed)).OfType<AnswerChange>().ToList();
        var kept = await save.KeepUsableAsync(current.Return, changes, caller, cancellation);
        return kept.Value is { } done ? new SavedSection(current, typed, done) : kept.Problem!;
    }

    private static AnswerChange? ChangeOf(QuestionToFill shown, TypedBoxes typed, bool confirmed)
    {
        var question = shown.Question;
        if (!typed.Has(VersionOf(question.Id)) || typed.Text(KeepOf(question.Id)) == KeepTheirs)
            return null;
        // A version that is no number matches none: a conflict, never an overwriting.
        var version = int.TryParse(typed.Text(VersionOf(question.Id)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var hasComment = typed.Has(CommentOf(question.Id));
        var comment = hasComment ? typed.Text(CommentOf(question.Id)) : null;
        var value = question.IsIn(typed, question.Id.Value) ? AnswerJson.Typed(question, typed) : default(ReadOnlyMemory<byte>?);
        var decided = version == 0 && shown.Carried is not null;
        if (value is { } json && decided && !confirmed && string.IsNullOrWhiteSpace(comment) && IsStillCarried(shown, json))
            return null;
        return value is null && !hasComment ? null : new AnswerChange(question.Id.Value, value, version, hasComment, comment) { Decided = decided };
    }

    private static bool IsStillCarried(QuestionToFill shown, ReadOnlyMemory<byte> json)
    {
        var findings = new Findings();
        var answer = AnswerJson.Read(shown.Question, json, findings);
        return !findings.HasRefused && AnswerJson.Of(shown.Question, answer).Span.SequenceEqual(AnswerJson.Of(shown.Question, shown.Carried).Span);
    }
}
