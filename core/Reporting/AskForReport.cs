using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Where a report stands, for whoever asked for it.</summary>
/// <param name="Stale">Returns that it uses have changed since; it is being made again.</param>
/// <param name="Periods">The periods that it reports on.</param>
/// <param name="For">The funder that the caller reads it for.</param>
public sealed record AskedReport(ReportState State, bool Stale, IReadOnlyList<PeriodId> Periods, OrganisationId For);

/// <summary>
/// Finds a report. The lead funder's report on a period is made whenever a return comes in; a co-funder's cut, or a span of periods, is made
/// from the first time that somebody asks for it, and kept up with the lead funder's since.
/// </summary>
public sealed class AskForReport(IProgrammeStore programmes, IReportStore reports, IWorkQueue queue, TimeProvider clock)
{
    /// <summary>How long a request is believed to be under way before it is made again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="period">The last period reported on, where <paramref name="to"/> is null; the first, where <paramref name="from"/> is.</param>
    /// <param name="funder">Whose cut; the lead funder, or null, for the whole.</param>
    public async Task<Outcome<AskedReport>> RunAsync(
        ProgrammeId programmeId, PeriodId period, PeriodId? from, PeriodId? to, OrganisationId? funder, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { IsComplete: true } programme)
            return NotFound;
        if (funder == programme.LeadFunder.Id)
            funder = null;
        var key = new ReportKey(programmeId, from ?? period, to ?? period, funder);
        if (programme.Period(period) is null || programme.Period(key.From) is null || programme.Period(key.To) is null)
            return NotFound;
        if (funder is not null && !programme.CoFunders.Any(organisation => organisation.Id == funder))
            return NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        if (!access.MayReport(funder))
            return NotFound;
        if (programme.PlaceOf(key.From) > programme.PlaceOf(key.To))
            return new Problem(Catalogue.BadParameter, $"The span is upside down: {key.From} is after {key.To}.");

        return await OfAsync(access, key, cancellation);
    }

    /// <summary>One that the caller may have.</summary>
    internal async Task<AskedReport> OfAsync(ProgrammeAccess access, ReportKey key, CancellationToken cancellation)
    {
        var programme = access.Programme;
        var periods = programme.Calendar.Skip(programme.PlaceOf(key.From)).Take(programme.PlaceOf(key.To) - programme.PlaceOf(key.From) + 1).Select(one => one.Id).ToList();
        var reader = access.IsLeadFunder ? programme.LeadFunder.Id : key.Funder!.Value;
        var (state, guard) = await reports.GetAsync(key, cancellation);
        if (key.IsLeads)
            return new AskedReport(state, state.StaleSince is not null, periods, reader);
        var (leads, _) = await reports.GetAsync(ReportKey.Of(programme.Id, key.To), cancellation);
        var stale = state.Published is { } published && (published.CutAt < leads.Published?.CutAt || published.CutAt < leads.StaleSince || state.StaleSince is not null);
        if ((state.Published is null || stale) && programme.Period(key.To)!.StandingAt(clock.GetUtcNow()) != PeriodStanding.NotOpen)
            state = await AskAsync(state, guard, leads.Published?.CutAt, cancellation);
        return new AskedReport(state, stale, periods, reader);
    }

    private static Problem NotFound => ProgrammeAccess.NotFound;

    private async Task<ReportState> AskAsync(ReportState state, string? guard, DateTimeOffset? leadsCut, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (state.LeaseUntil > now || now - state.AskedAt < Patience)
            return state;
        var asked = state with { AskedAt = now };
        if (await reports.TrySaveAsync(asked, guard, cancellation) is null)
            return state;
        await queue.SendAsync(ConsolidateReportMessage.ForMoment(state.Key, leadsCut ?? now), TimeSpan.Zero, cancellation);
        return asked;
    }
}
