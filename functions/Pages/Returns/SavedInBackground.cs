using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web.Pages.Returns.Questions;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>What the page's script is told when it saved while the person went on typing.</summary>
/// <param name="Saved">The answers that are kept as they were sent, with their versions and the marks of what is saved now.</param>
/// <param name="Findings">Why others are not, and what stands between those that are and a submission.</param>
/// <param name="Conflicts">Answers that somebody else changed meanwhile.</param>
/// <param name="SavedAt">By the clock in the United Kingdom.</param>
internal sealed record SavedInBackgroundAnswer(
    IReadOnlyList<SavedAnswerVersion> Saved, IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<ConflictInWords> Conflicts, string SavedAt)
{
    public static SavedInBackgroundAnswer Of(SavedSection saved)
    {
        var version = saved.Before.Return.Version;
        return new SavedInBackgroundAnswer(
            [.. saved.Kept.Saved.Select(answer => new SavedAnswerVersion(answer.Key, answer.Value.Version, saved.ShownOf(new QuestionId(answer.Key))))],
            ProblemAnswers.Of([.. saved.Kept.Refused, .. saved.Kept.Findings.Where(finding => saved.Kept.Saved.ContainsKey(finding.Place.Split('/')[0]))]),
            [.. saved.Kept.Conflicts.Select(conflict => ConflictOf(version, conflict))],
            UkTime.Local(saved.Kept.At).ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    private static ConflictInWords ConflictOf(FormVersion version, AnswerConflict conflict)
    {
        var question = version.Question(conflict.Question);
        return new ConflictInWords(conflict.Question.Value, conflict.CurrentVersion, InWords(conflict.TheirsJson), InWords(conflict.YoursJson));

        string InWords(ReadOnlyMemory<byte> json) => DraftAnswer.Understood(question, json) is { } answer ? LastWords.InWords(question, answer) : "";
    }
}

/// <param name="Shown">What the box <c>question/shown</c> holds from now on.</param>
internal sealed record SavedAnswerVersion(string Question, int Version, string Shown);

/// <param name="Version">Of what is saved: what the next save is based on.</param>
/// <param name="Theirs">What is saved, in words; empty where it was cleared.</param>
internal sealed record ConflictInWords(string Question, int Version, string Theirs, string Yours);
