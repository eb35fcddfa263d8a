using MonitoringReturns.Core;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Pages.Returns.Reading;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Returns.Signing;

/// <summary>All answers of a draft on one page, before it is signed.</summary>
/// <param name="Findings">What stands between it and a submission.</param>
/// <param name="WhyNot">Why whoever reads can't change it; null where they can.</param>
public sealed record CheckModel(FoundReturn Return, IReadOnlyList<SectionAsRead> Sections, IReadOnlyList<Finding> Findings, Problem? WhyNot)
{
    public Explaining Explaining { get; init; } = Explaining.Empty;

    /// <summary>What is not finished around the draft.</summary>
    public StillOpen Open { get; init; } = StillOpen.Nothing;

    /// <summary>What is wrong with what was just sent.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The return is no longer as it was when it was read.</summary>
    public bool Stale { get; init; }

    /// <summary>How many answers are filled in beforehand and not confirmed.</summary>
    public int CarriedOver => Sections.Sum(section => section.Answers.Count(answer => answer.CarriedOver));

    /// <param name="carriedOver">What is filled in beforehand and not confirmed; null where nobody asks.</param>
    public static CheckModel Of(FoundReturn current, DateTimeOffset now, IReadOnlySet<QuestionId>? carriedOver = null)
    {
        var draft = current.DraftAnswers();
        var answers = current.Ask(draft);
        var findings = current.Judge(answers);
        return new CheckModel(current, SectionAsRead.Of(answers, draft, findings, carriedOver), findings, current.WhyNotAt(now));
    }

    public bool CanChange => WhyNot is null && Return.Access.MayPrepare;

    public bool AsksToExplain => CanChange && Findings.Any(finding => finding.Kind == FindingKind.Explain);

    /// <summary>Whether the page has a box for a sentence about a question.</summary>
    public bool AsksAbout(string question) => AsksToExplain && Findings.Any(finding => finding.Kind == FindingKind.Explain && SectionTask.QuestionIn(finding) == question);

    public IReadOnlyList<FieldError> FindingsAsErrors => [.. Findings.Select(finding => new FieldError(finding.Message))];

    /// <summary>Where a finding is put right: its box in a section, or the box for a sentence on this page.</summary>
    public string BoxOf(Finding finding) =>
        finding.Kind == FindingKind.Explain ? $"#{Explaining.BoxOf(SectionTask.QuestionIn(finding))}"
        : ReturnAddresses.Box(Return.Key, Sections.First(section => section.Answers.Any(answer => answer.Question.Id.Value == SectionTask.QuestionIn(finding))).Section.Id, finding.Place);
}
