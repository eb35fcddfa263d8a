using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Review;

/// <summary>A whole award as one of its sides, or a funder that pays for it, may see it.</summary>
/// <param name="Periods">Those that have begun and that it reports for, or has a return in; in time order.</param>
/// <param name="Meetings">What was agreed, the first first.</param>
public sealed record AwardReview(ReturnAccess Access, IReadOnlyList<ReviewedPeriod> Periods, IReadOnlyList<ReviewedIndicator> Indicators, IReadOnlyList<ReviewNote> Meetings)
{
    public Programme Programme => Access.Programme;

    public Award Award => Access.Award;

    /// <summary>The funders' parts that the reader may see: a co-funder its own.</summary>
    public IEnumerable<Contribution> Contributions => Award.Contributions.Where(part => Access.Sight?.SeesSharesOf(part.Funder) != false);
}

/// <summary>One period of an award.</summary>
/// <param name="Status">Of a draft nothing but that there is one.</param>
/// <param name="Said">What the provider told at length.</param>
/// <param name="Help">What it said would help.</param>
/// <param name="Notes">What was done about that.</param>
public sealed record ReviewedPeriod(
    ReportingPeriod Period, ReturnKey Return, ReturnStatus Status, int Revision, bool Late, IReadOnlyList<HelpWords> Said, IReadOnlyList<HelpWords> Help, IReadOnlyList<HelpNote> Notes);

/// <summary>One indicator of an award, period by period and in all.</summary>
/// <param name="ByPeriod">As the review's periods.</param>
/// <param name="InAll">Over all of them; nothing where they can't be added up.</param>
public sealed record ReviewedIndicator(Indicator Indicator, IReadOnlyList<IndicatorFigure> ByPeriod, Comparison InAll);
