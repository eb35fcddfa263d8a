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
public sealed record SavedSection(SectionToFill Before, TypedBoxes Typed, KeptAnswers Kept)
{
    /// <summary>Answers of the section that somebody else changed since the page was shown, without contradicting what the person changed.</summary>
    public IReadOnlyList<ChangedMeanwhile> Meanwhile { get => field ?? []; init; }

    /// <summary>What the page shows of an answer that is kept: with it the next save knows what the person changed since.</summary>
    public string ShownOf(QuestionId question)
    {
        var asked = Before.Return.Version.Question(question);
        return SaveSection.ShownText(asked.IsIn(Typed, question.Value) ? AnswerJson.Of(asked, AnswerJson.Read(asked, AnswerJson.Typed(asked, Typed), new Findings())) : Kept.Saved[question.Value].ValueJson);
    }
}

/// <summary>An answer that somebody else changed since a person saw it.</summary>
/// <param name="By">Null where it is not known.</param>
public sealed record ChangedMeanwhile(QuestionId Question, MemberId? By, DateTimeOffset? At);

/// <summary>
/// Saves what a person typed on a section's page, as far as it can be kept. A question whose boxes weren't on the page stays as it is; an emptied
/// box clears its answer; what was carried over and not touched becomes an answer only where the person says that it is right.
/// </summary>
public sealed class SaveSection(ReadSection read, SaveAnswers save)
{
    /// <summary>The name of the box that holds the version of an answer which the page showed.</summary>
    public static string VersionOf(QuestionId question) => $"{question}/version";

    /// <summary>The name of the hidden box with the answer that the page showed, as <see cref="ShownText"/>: what the person changed is what differs from it.</summary>
    public static string ShownOf(QuestionId question) => $"{question}/shown";

    /// <summary>The same of the sentence beside it, as it is.</summary>
    public static string ShownCommentOf(QuestionId question) => $"{question}/comment/shown";

    /// <summary>An answer's canonical JSON as text.</summary>
    public static string ShownText(ReadOnlyMemory<byte> valueJson) => Encoding.UTF8.GetString(valueJson.Span);

    /// <summary>The name of the box for the sentence beside an answer.</summary>
    public static string CommentOf(QuestionId question) => $"{question}/comment";

    /// <summary>The name of the choice between two people's values of one place, a question's id or a table's cell: <see cref="KeepTheirs"/> takes what is saved.</summary>
    public static string KeepOf(string place) => $"{place}/keep";

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
        typed = ChosenAnswers.In(current.Questions.Select(one => one.Question), typed);
        var changes = current.Questions.Select(question => ChangeOf(question, typed, confirmed)).OfType<AnswerChange>().ToList();
        var kept = await save.KeepUsableAsync(current.Return, changes, caller, cancellation);
        return kept.Value is { } done ? new SavedSection(current, typed, done) { Meanwhile = MeanwhileIn(current, typed, done, caller.Id) } : kept.Problem!;
    }

    /// <summary>What others changed since the page was shown, but for what the person is asked about.</summary>
    private static IReadOnlyList<ChangedMeanwhile> MeanwhileIn(SectionToFill current, TypedBoxes typed, KeptAnswers kept, MemberId person) =>
    [
        .. current.Questions
            .Where(asked => int.TryParse(typed.Text(VersionOf(asked.Question.Id)), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version < asked.Draft.Version
                && asked.Draft.By != person && !kept.Conflicts.Any(conflict => conflict.Question == asked.Question.Id))
            .Select(asked => new ChangedMeanwhile(asked.Question.Id, asked.Draft.By, asked.Draft.At)),
    ];

    private static int? RowOf(RepeatingGroupQuestion group, string? removed) =>
        removed?.Split('/') is [var id, var row] && id == group.Id.Value && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static AnswerChange? ChangeOf(QuestionToFill shown, TypedBoxes typed, bool confirmed)
    {
        var question = shown.Question;
        if (!typed.Has(VersionOf(question.Id)))
            return null;
        // A version that is no number matches none: a conflict, never an overwriting.
        var version = int.TryParse(typed.Text(VersionOf(question.Id)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var shownJson = ShownIn(question, typed, version);
        var shownComment = Lines(typed.Text(ShownCommentOf(question.Id)));
        var comment = typed.Has(CommentOf(question.Id)) ? Lines(typed.Text(CommentOf(question.Id))) : null;
        var hasComment = comment is not null && (shownJson is null || comment != shownComment);
        var value = question.IsIn(typed, question.Id.Value) && typed.Text(KeepOf(question.Id.Value)) != KeepTheirs ? AnswerJson.Typed(question, typed) : default(ReadOnlyMemory<byte>?);
        var understood = value is { } json ? Understood(question, json) : null;
        var decided = version == 0 && shown.Carried is not null;
        if (decided
            ? !confirmed && !hasComment && understood is { } same && same.Span.SequenceEqual(AnswerJson.Of(question, shown.Carried).Span)
            : understood is { } untouched && shownJson is { } before && untouched.Span.SequenceEqual(before.Span))
            value = null;
        return value is null && !hasComment ? null : new AnswerChange(question.Id.Value, value, version, hasComment, comment) { Decided = decided, ShownJson = shownJson, ShownComment = shownComment };
    }

    /// <summary>The answer that the page showed, canonical; null where it doesn't say, or nothing that could be an answer. A page need not say that there was none.</summary>
    private static ReadOnlyMemory<byte>? ShownIn(Question question, TypedBoxes typed, int version)
    {
        if (typed.Text(ShownOf(question.Id)) is not { Length: > 0 } text)
            return version == 0 ? DraftAnswer.NoValue : null;
        try
        {
            return Understood(question, Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return null;
        }
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
}
