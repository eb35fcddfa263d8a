using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting;

/// <summary>
/// What one funder may see: the one place that decides it for reports. A question that names its readers is seen by those alone; a table row
/// that belongs to a funder is seen by that funder and the lead; a co-funder sees the awards it pays for.
/// </summary>
public sealed class Sight
{
    private readonly OrganisationId _reader;

    /// <param name="funder">The co-funder; null for the lead.</param>
    public Sight(Programme programme, OrganisationId? funder)
    {
        _reader = funder ?? programme.LeadFunder.Id;
        IsLead = _reader == programme.LeadFunder.Id;
    }

    public bool IsLead { get; }

    public bool Sees(Award award) => IsLead || award.IsFundedBy(_reader);

    /// <summary>What of an award's pounds is the reader's matter: all of it for the lead, else what the reader pays.</summary>
    public decimal AmountOf(Award award) => IsLead ? award.Amount : award.Contributions.Where(part => part.Funder == _reader).Sum(part => part.Amount);

    public bool Sees(Question question) => question.VisibleTo.Count == 0 || question.VisibleTo.Contains(_reader);

    /// <summary>Whether nothing of the question's answers is hidden.</summary>
    public bool SeesWhole(Question question) =>
        Sees(question) && !HidesSmallNumbersOf(question) && (question is not TableQuestion table || table.Rows.All(row => SeesRowOf(row.Funder)));

    public bool SeesRowOf(OrganisationId? funder) => IsLead || funder is null || funder == _reader;

    /// <summary>Whose figures are shown: everybody's to the lead, else only one's own.</summary>
    public bool SeesSharesOf(OrganisationId funder) => IsLead || funder == _reader;

    /// <summary>Whether small numbers of people in a table are hidden.</summary>
    public bool HidesSmallNumbersOf(Question question) => !IsLead && question is TableQuestion { Sensitive: true };

    /// <summary>
    /// Whether a measure may be shown added up over returns. A total that holds other funders' rows may not; nor may a sensitive
    /// table, because a sum would give hidden numbers away.
    /// </summary>
    public bool SeesSumOf(Question question, Measure measure)
    {
        if (!Sees(question) || !SeesRowOf(measure.Funder))
            return false;
        if (question is not TableQuestion table || IsLead)
            return true;
        return !table.Sensitive && (measure.Kind != MeasureKind.ColumnTotal || !table.Rows.Any(row => row.Funder is not null));
    }

    /// <summary>Whether a measure counts towards an indicator. What is not seen does not count, so that an indicator gives nothing away.</summary>
    public bool CountsIn(Question question, Measure measure) => Sees(question) && SeesRowOf(measure.Funder);
}
