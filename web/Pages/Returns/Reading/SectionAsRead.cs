using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Web.Pages.Returns.Reading;

/// <summary>A section with its answers, to be read.</summary>
public sealed record SectionAsRead(Section Section, IReadOnlyList<AnswerAsRead> Answers)
{
    /// <summary>Nothing in it was put to the award.</summary>
    public bool IsNotAsked => Answers.All(answer => !answer.Asked);

    /// <summary>Of a draft, with what stands between it and a submission.</summary>
    public static IReadOnlyList<SectionAsRead> Of(AskedAnswers answers, IReadOnlyDictionary<string, DraftAnswer> draft, IReadOnlyList<Finding> findings, IReadOnlySet<QuestionId>? carriedOver = null)
    {
        var byQuestion = findings.ToLookup(SectionTask.QuestionIn, StringComparer.Ordinal);
        return Of(answers.Version, question => new AnswerAsRead(question, answers.IsAsked(question), answers[question], answers.Comment(question))
        {
            CarriedOver = carriedOver?.Contains(question.Id) == true,
            Findings = [.. byQuestion[question.Id.Value]],
            Version = draft.GetValueOrDefault(question.Id.Value, DraftAnswer.None).Version,
        });
    }

    /// <summary>Of what was submitted.</summary>
    public static IReadOnlyList<SectionAsRead> Of(Revision revision) => Of(
        revision.Answers.Version,
        question => new AnswerAsRead(question, !revision.NotAsked[question.Ordinal], revision.Answers[question], revision.Answers.Comment(question)));

    private static IReadOnlyList<SectionAsRead> Of(FormVersion version, Func<Question, AnswerAsRead> read) =>
        [.. version.Sections.Select(section => new SectionAsRead(section, [.. section.Questions.Select(read)]))];
}

/// <summary>A question with its answer, to be read.</summary>
/// <param name="Asked">False where it was not put to the award: not the same as not answered.</param>
/// <param name="Answer">Null where it is not answered.</param>
/// <param name="Comment">The sentence that explains it.</param>
public sealed record AnswerAsRead(Question Question, bool Asked, Answer? Answer, string? Comment)
{
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Filled in beforehand, and nobody has confirmed it: it doesn't count.</summary>
    public bool CarriedOver { get; init; }

    /// <summary>Of the answer in the draft; what is said about it is based on that.</summary>
    public int Version { get; init; }

    /// <summary>It takes the page's width: a table, or rows of a group, that is answered.</summary>
    public bool IsTable => Asked && Answer is TableAnswer or GroupAnswer;

    /// <summary>Whether a sentence beside the answer is all that is missing.</summary>
    public bool NeedsComment => Findings.Any(finding => finding.Kind == FindingKind.Explain);
}
