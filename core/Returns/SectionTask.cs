using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Returns;

/// <summary>How far the work on a section is.</summary>
public enum SectionState
{
    /// <summary>Nothing in it is put to this award this time.</summary>
    NotAsked,
    /// <summary>Nothing is answered, and nothing has to be.</summary>
    Optional,
    NotStarted,
    /// <summary>Something is answered, and something that has to be is not.</summary>
    InProgress,
    /// <summary>What is answered has to be put right or explained.</summary>
    PutRight,
    Done,
}

/// <summary>A section as a task.</summary>
/// <param name="Findings">What stands between it and a submission.</param>
public sealed record SectionTask(Section Section, SectionState State, IReadOnlyList<Finding> Findings)
{
    /// <summary>How many findings are about answers that are there.</summary>
    public int ToPutRight => Findings.Count(finding => !IsMissing(finding));

    /// <summary>A return's sections in the form's order.</summary>
    public static IReadOnlyList<SectionTask> Of(AskedAnswers answers, IReadOnlyList<Finding> findings) =>
        [.. answers.Version.Sections.Select(section => Of(section, answers, findings))];

    private static SectionTask Of(Section section, AskedAnswers answers, IReadOnlyList<Finding> findings)
    {
        var asked = section.Questions.Where(answers.IsAsked).ToList();
        var ids = asked.Select(question => question.Id.Value).ToHashSet(StringComparer.Ordinal);
        List<Finding> own = [.. findings.Where(finding => ids.Contains(QuestionIn(finding)))];
        var any = asked.Any(question => answers[question] is not null);
        var state = asked.Count == 0 ? SectionState.NotAsked
            : own.Count == 0 ? any ? SectionState.Done : SectionState.Optional
            : own.Any(finding => !IsMissing(finding)) ? SectionState.PutRight
            : any ? SectionState.InProgress : SectionState.NotStarted;
        return new SectionTask(section, state, own);
    }

    /// <summary>The question that a finding is about, or in whose table or group it is.</summary>
    public static string QuestionIn(Finding finding) => finding.Place.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? finding.Place[..slash] : finding.Place;

    private static bool IsMissing(Finding finding) => finding.Code == Catalogue.AnswerRequired || finding.Code == Catalogue.DeclarationNeeded;
}
