using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Glance;

namespace MonitoringReturns.Core.Returns;

/// <summary>A page of a period's returns as a funder reads them.</summary>
public sealed record ReturnsOfPeriod(Programme Programme, ReportingPeriod Period, PageOf<ListedReturn> Page);

/// <summary>Lists the returns of a programme's period by award: every award that reports, started or not, as far as it is the caller's to see.</summary>
public sealed class ListReturns(IProgrammeStore programmes, IReturnStore returns)
{
    /// <param name="status">Only these; null for all.</param>
    /// <param name="after">The award that the page before ended with; null for the first.</param>
    /// <param name="size">At most this many, 1 to 500.</param>
    public async Task<Outcome<PageOf<ListedReturn>>> RunAsync(
        ProgrammeId programmeId, PeriodId periodId, ReturnStatus? status, AwardId? after, int size, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(programmeId, periodId, caller, cancellation);
        return found.Problem is { } refused
            ? refused
            : await PageAsync(found.Value.Access, found.Value.Period, listed => status is null || listed.Standing.Status == status, after, size, cancellation);
    }

    /// <summary>For funders: the returns behind a number of the page of a period.</summary>
    public async Task<Outcome<ReturnsOfPeriod>> OfPeriodAsync(
        ProgrammeId programmeId, PeriodId periodId, ReturnsShown shown, AwardId? after, int size, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(programmeId, periodId, caller, cancellation);
        if (found.Problem is { } refused)
            return refused;
        var (access, period) = found.Value;
        if (access.Reader is null)
            return ProgrammeAccess.NotFound;
        var page = await PageAsync(
            access, period, listed => ReturnCounts.IsShown(shown, listed.Standing.Status, listed.Standing.Revision, listed.Late), after, size, cancellation);
        return new ReturnsOfPeriod(access.Programme, period, page);
    }

    private async Task<Outcome<(ProgrammeAccess Access, ReportingPeriod Period)>> FindAsync(ProgrammeId programmeId, PeriodId periodId, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { IsComplete: true } programme || programme.Period(periodId) is not { } period)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        return access.Sees ? (access, period) : ProgrammeAccess.NotFound;
    }

    private async Task<PageOf<ListedReturn>> PageAsync(
        ProgrammeAccess access, ReportingPeriod period, Func<ListedReturn, bool> wanted, AwardId? after, int size, CancellationToken cancellation)
    {
        var page = new List<ListedReturn>();
        foreach (var listed in await StandingReturns.OfAsync(access, period, programmes, returns, cancellation))
        {
            if (after is { } last && string.CompareOrdinal(listed.Award.Id.Value, last.Value) <= 0 || !wanted(listed))
                continue;
            if (page.Count == size)
                return new PageOf<ListedReturn>(page, page[^1].Award.Id.Value);
            page.Add(listed);
        }
        return new PageOf<ListedReturn>(page, null);
    }
}
