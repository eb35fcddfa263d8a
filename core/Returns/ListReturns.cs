using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>A return in a programme's list, also one that has not been started.</summary>
public sealed record ListedReturn(Award Award, ReturnHeader Header, bool Late);

/// <summary>Lists the returns of a programme's period by award: every award that reports, started or not, as far as it is the caller's to see.</summary>
public sealed class ListReturns(IProgrammeStore programmes, IPeriodStore periods, IReturnStore returns)
{
    /// <summary>The most awards looked at for a page, however few of them have the wanted status.</summary>
    private const int MostLookedAt = 1000;

    /// <param name="status">Only these; null for all.</param>
    /// <param name="after">The award that the page before ended with; null for the first.</param>
    /// <param name="size">At most this many, 1 to 500.</param>
    public async Task<Outcome<PageOf<ListedReturn>>> RunAsync(
        ProgrammeId programmeId, PeriodId periodId, ReturnStatus? status, AwardId? after, int size, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { IsComplete: true } programme || programme.Period(periodId) is not { } period)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        if (!access.Sees)
            return ProgrammeAccess.NotFound;
        var opened = await periods.GetAsync(programmeId, periodId, cancellation);
        var version = opened?.FormVersion ?? programme.PlannedFormVersion(periodId);

        var found = new List<ListedReturn>();
        var lookedAt = 0;
        var continuation = after?.Value;
        do
        {
            var awards = await programmes.ListAwardsAsync(programmeId, continuation, size - found.Count, cancellation);
            continuation = awards.Continuation;
            lookedAt += awards.Items.Count;
            if (awards.Items.Count == 0)
                continue;
            var headers = await returns.HeadersBetweenAsync(programmeId, periodId, awards.Items[0].Id, awards.Items[^1].Id, cancellation);
            var byAward = headers.ToDictionary(header => header.Key.Award);
            foreach (var award in awards.Items)
            {
                if (!access.Lists(award))
                    continue;
                var started = byAward.GetValueOrDefault(award.Id);
                if (started is null && !award.ReportsFor(period))
                    continue;
                var header = started ?? ReturnHeader.NotStarted(new ReturnKey(programmeId, periodId, award.Id), version);
                if (status is null || header.Status == status)
                    found.Add(new ListedReturn(award, header, header.FirstSubmittedAt is { } at && period.IsLate(at)));
            }
        }
        while (continuation is not null && found.Count < size && lookedAt < MostLookedAt);
        return new PageOf<ListedReturn>(found, continuation);
    }
}
