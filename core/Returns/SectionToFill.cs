using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>A question of a section as it is put to one award, with its answer.</summary>
/// <param name="Draft">What is saved; version 0 where nobody has answered.</param>
/// <param name="Answer">What is saved, understood; null where it is not answered.</param>
/// <param name="Last">The answer of the period before; null where there is none.</param>
/// <param name="Carried">What an answer is filled in with before anybody gives one; null for nothing.</param>
/// <param name="IsAsked">False where it depends on an answer that says otherwise; true where it depends on none.</param>
/// <param name="Findings">What stands between its answer and a submission, but that it is not answered.</param>
public sealed record QuestionToFill(
    Question Question, DraftAnswer Draft, Answer? Answer, Answer? Last, Answer? Carried, bool IsAsked, bool IsRequired, IReadOnlyList<Finding> Findings)
{
    /// <summary>Filled in beforehand and not confirmed: not an answer yet.</summary>
    public bool IsCarriedOver => Draft.Version == 0 && Carried is not null;

    /// <summary>What its boxes show.</summary>
    public Answer? Shown => IsCarriedOver ? Carried : Answer;

    /// <summary>The checks of it that ask for a sentence; the box for it stands there while one asks, and while there is one.</summary>
    public bool TakesComment => Draft.Comment is not null || Findings.Any(finding => finding.Kind == FindingKind.Explain);
}

/// <summary>A section of a return as somebody fills it in, or reads it.</summary>
/// <param name="Return">The return, its form version and its award.</param>
/// <param name="Sections">All sections that are put to the award in this period, in order.</param>
/// <param name="Questions">Those put to the award in this period; one that depends on an answer of this section whatever that answer is.</param>
/// <param name="Checked">The whole draft as checks see it.</param>
/// <param name="LastPeriod">The period that the last answers are of; null where there are none.</param>
/// <param name="WhyReadOnly">Why whoever asked may only read it; null where they may fill it in.</param>
public sealed record SectionToFill(
    FoundReturn Return, IReadOnlyList<Section> Sections, Section Section, IReadOnlyList<QuestionToFill> Questions, CheckedReturn Checked, string? LastPeriod, Problem? WhyReadOnly)
{
    /// <summary>Its place among the sections, from 1.</summary>
    public int Number => Sections.Index().First(one => one.Item.Id == Section.Id).Index + 1;

    /// <summary>The section after it; null for the last.</summary>
    public Section? Next => Number < Sections.Count ? Sections[Number] : null;

    public int CarriedOver => Questions.Count(question => question.IsCarriedOver);

    /// <summary>The outcome of the award that it asks about; null where it depends on none.</summary>
    public AgreedOutcome? Outcome => Section.Questions.FirstOrDefault(question => question.AgreedOutcome is not null) is { AgreedOutcome: { } number }
        && number <= Return.Award.AgreedOutcomes.Count ? Return.Award.AgreedOutcomes[number - 1] : null;

    /// <summary>Who funds the award, the lead first.</summary>
    public IEnumerable<NamedOrganisation> Funders =>
        Return.Programme.Funders.Where(funder => funder.Id == Return.Programme.LeadFunder.Id || Return.Award.IsFundedBy(funder.Id));

    /// <summary>The funders who see an answer, where not all funders of the award do; null where all do.</summary>
    public IReadOnlyList<NamedOrganisation>? ReadersOf(Question question)
    {
        if (question.VisibleTo.Count == 0)
            return null;
        var readers = Funders.Where(funder => question.VisibleTo.Contains(funder.Id)).ToList();
        return readers.Count == Funders.Count() ? null : readers;
    }

    /// <summary>A funder's name; null for one that this programme doesn't know.</summary>
    public string? NameOf(OrganisationId funder) => Return.Programme.Funders.FirstOrDefault(one => one.Id == funder)?.Name;

    /// <summary>What a table's totals have to agree with, by the form's checks of the table and of the figures that it adds up to.</summary>
    public IEnumerable<Agreement> AgreementsOf(TableQuestion table) =>
        Return.Version.Questions.SelectMany(question => question.Checks).OfType<EqualsTotalOfCheck>()
            .Where(check => check.Subject.Question == table.Id || check.Of.Any(figure => figure.Question == table.Id))
            .Select(check => check.AgreementIn(Checked));
}
