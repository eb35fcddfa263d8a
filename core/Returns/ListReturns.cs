using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Glance;

namespace MonitoringReturns.Core.Returns;

/// <summary>A return in a programme's list, also one that has not been started.</summary>
public sealed record ListedReturn(AwardBrief Award, ReturnHeader Header, bool Late);

/// <summary>A page of a period's returns as a funder reads them.</summary>
public sealed record ReturnsOfPeriod(Programme Programme, ReportingPeriod Period, PageOf<ListedReturn> Page);

/// <summary>Lists the returns of a programme's period by award: every award that reports, started or not, as far as it is the caller's to see.</summary>
public sealed class ListReturns(IProgrammeStore programmes, IPeriodStore periods, IReturnStore returns)
{
    /// <summary>The most awards looked at for a page, however few of them are wanted.</summary>
    private const int MostLookedAt = 2000;

    /// <summary>Awards read at once where only some are wanted.</summary>
    private const int Searched = 500;

    /// <param name="status">Only these; null for all.</param>
    /// <param name="after">The award that the page before ended with; null for the first.</param>
    /// <param name="size">At most this many, 1 to 500.</param>
    public async Task<Outcome<PageOf<ListedReturn>>> RunAsync(
        ProgrammeId programmeId, PeriodId periodId, ReturnStatus? status, AwardId? after, int size, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(programmeId, periodId, caller, cancellation);
        return found.Problem is { } refused
            ? refused
            : await PageAsync(found.Value.Access, found.Value.Period, listed => status is null || listed.Header.Status == status, searches: status is not null, after, size, cancellation);
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
            access, period, listed => ReturnCounts.IsShown(shown, listed.Header.Status, listed.Header.Revision, listed.Late), searches: shown != ReturnsShown.All || !access.IsLeadFunder, after, size, cancellation);
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
        ProgrammeAccess access, ReportingPeriod period, Func<ListedReturn, bool> wanted, bool searches, AwardId? after, int size, CancellationToken cancellation)
    {
        var programme = access.Programme;
        var opened = await periods.GetAsync(programme.Id, period.Id, cancellation);
        var version = opened?.FormVersion ?? programme.PlannedFormVersion(period.Id);
        var found = new List<ListedReturn>();
        var lookedAt = 0;
        var continuation = after?.Value;
        do
        {
            var awards = await programmes.ListBriefsAsync(programme.Id, continuation, searches ? Searched : size - found.Count, cancellation);
            continuation = awards.Continuation;
            lookedAt += awards.Items.Count;
            if (awards.Items.Count == 0)
                continue;
            var headers = await returns.HeadersBetweenAsync(programme.Id, period.Id, awards.Items[0].Id, awards.Items[^1].Id, cancellation);
            var byAward = headers.ToDictionary(header => header.Key.Award);
            foreach (var award in awards.Items)
            {
                if (!access.Lists(award))
                    continue;
                var started = byAward.GetValueOrDefault(award.Id);
                if (started is null && !award.ReportsFor(period))
                    continue;
                var header = started ?? ReturnHeader.NotStarted(new ReturnKey(programme.Id, period.Id, award.Id), version);
                var listed = new ListedReturn(award, header, header.FirstSubmittedAt is { } at && period.IsLate(at));
                if (!wanted(listed))
                    continue;
                if (found.Count == size)
                    return new PageOf<ListedReturn>(found, found[^1].Award.Id.Value);
                found.Add(listed);
            }
        }
        while (continuation is not null && (found.Count < size || searches) && lookedAt < MostLookedAt);
        return new PageOf<ListedReturn>(found, continuation);
    }
}
