using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Core.Programmes;

/// <summary>The days of a period that extra time moves.</summary>
public sealed record PeriodDays(DateOnly Due, DateOnly Closed, DateOnly AmendUntil)
{
    public static PeriodDays Of(ReportingPeriod period) => new(period.Due, period.Closed, period.AmendUntil);

    public ReportingPeriod In(ReportingPeriod period) => period with { Due = Due, Closed = Closed, AmendUntil = AmendUntil };
}

/// <summary>Extra time for a period that has opened: days moved later, never earlier, with a reason that all funders see.</summary>
public sealed record ExtraTime(PeriodId Period, DateOnly GivenOn, string Reason, PeriodDays Before, PeriodDays After);

/// <summary>A change of lead funder, proposed by the lead and waiting for the co-funder that is to lead.</summary>
public sealed record LeadProposal(OrganisationId To, DateOnly On, string Reason);
