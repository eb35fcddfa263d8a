using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Which report somebody names.</summary>
/// <param name="Period">The last period reported on, where <paramref name="To"/> is null; the first, where <paramref name="From"/> is.</param>
/// <param name="Funder">Whose cut; the lead funder, or null, for the whole.</param>
public sealed record NamedReport(ProgrammeId Programme, PeriodId Period, PeriodId? From, PeriodId? To, OrganisationId? Funder, ReportContent Content);

/// <summary>Where a report stands, for whoever asked for it.</summary>
/// <param name="Stale">Returns that it uses have changed since; it is being made again.</param>
/// <param name="Periods">The periods that it reports on.</param>
/// <param name="For">The funder that the caller reads it for.</param>
public sealed record AskedReport(Programme Programme, ReportState State, bool Stale, IReadOnlyList<PeriodId> Periods, OrganisationId For);

/// <summary>
/// Finds a report. The lead funder's report on a period is made whenever a return comes in; a co-funder's cut, or a span of periods, is made
/// from the first time that somebody asks for it, and kept up with the lead funder's since; what holds a part alone is made when it is asked for.
/// </summary>
public sealed class AskForReport(IProgrammeStore programmes, IReportStore reports, IWorkQueue queue, TimeProvider clock)
{
    /// <summary>How long a request is believed to be under way before it is made again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long a report that was asked for is expected; after that its message was lost, or its build failed, and people can ask again.</summary>
    public static readonly TimeSpan Expected = TimeSpan.FromMinutes(5);

    /// <summary>A register goes by the day it is and by what organisations say of themselves, of which no report hears.</summary>
    private static readonly TimeSpan RegisterHolds = TimeSpan.FromDays(1);

    public async Task<Outcome<AskedReport>> RunAsync(NamedReport named, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(named, caller, cancellation);
        return found.Problem is { } problem ? problem : await OfAsync(found.Value.Access, found.Value.Key, cancellation);
    }

    /// <summary>The report that is named, where the caller may have it.</summary>
    public async Task<Outcome<(ProgrammeAccess Access, ReportKey Key)>> FindAsync(NamedReport named, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(named.Programme, cancellation) is not { IsComplete: true } programme)
            return NotFound;
        var funder = named.Funder == programme.LeadFunder.Id ? null : named.Funder;
        var key = new ReportKey(programme.Id, named.From ?? named.Period, named.To ?? named.Period, funder) { Content = named.Content };
        if (programme.Period(named.Period) is null || programme.Period(key.From) is null || programme.Period(key.To) is null)
            return NotFound;
        if (funder is not null && !programme.CoFunders.Any(organisation => organisation.Id == funder))
            return NotFound;
        if (key.Content.Indicator is { } indicator && programme.Indicator(indicator) is null)
            return NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        if (!access.MayReport(funder))
            return NotFound;
        if (programme.PlaceOf(key.From) > programme.PlaceOf(key.To))
            return new Problem(Catalogue.BadParameter, $"The span is upside down: {key.From} is after {key.To}.");
        return (access, key);
    }

    /// <summary>One that the caller may have, set going where it is made on request and is not there or no longer holds.</summary>
    internal async Task<AskedReport> OfAsync(ProgrammeAccess access, ReportKey key, CancellationToken cancellation)
    {
        var (asked, kept, guard, leadsCut) = await LookAsync(access, key, cancellation);
        if (key.IsLeads || (asked.State.Published is { } published && !asked.Stale && !(key.Content.IsRegister && clock.GetUtcNow() - published.CutAt > RegisterHolds)) || access.Programme.Period(key.To)!.StandingAt(clock.GetUtcNow()) == PeriodStanding.NotOpen)
            return asked;
        return asked with { State = (await AskAsync(kept, guard, leadsCut, cancellation)).For(access.Programme) };
    }

    /// <summary>One that the caller may have, as it stands: nothing is set going.</summary>
    internal async Task<AskedReport> SeeAsync(ProgrammeAccess access, ReportKey key, CancellationToken cancellation) => (await LookAsync(access, key, cancellation)).Asked;

    /// <summary>One of its cuts, by number; null where there is none that its readers may see.</summary>
    public async Task<PublishedReport?> CutAsync(AskedReport asked, long number, CancellationToken cancellation) =>
        await reports.GetPublishedAsync(asked.State.Key, number, cancellation) is { } published && published.IsFor(asked.Programme, asked.State.Key) ? published : null;

    /// <summary>A page of what was published of it and its readers may see, the newest first; it may be shorter than was asked for.</summary>
    /// <param name="before">The cut that the page before ended with; null for the first.</param>
    public async Task<PageOf<PublishedReport>> HistoryAsync(AskedReport asked, long? before, int size, CancellationToken cancellation)
    {
        var page = await reports.HistoryAsync(asked.State.Key, before, size, cancellation);
        return page with { Items = [.. page.Items.Where(published => published.IsFor(asked.Programme, asked.State.Key))] };
    }

    /// <summary>Whether a report no longer holds.</summary>
    /// <param name="leads">The lead funder's on its last period, which every other follows.</param>
    internal static bool IsStale(ReportState state, ReportState leads) =>
        state.Published is { } published && (state.StaleSince is not null || (!state.Key.IsLeads && (published.CutAt < leads.Published?.CutAt || published.CutAt < leads.StaleSince)));

    private static Problem NotFound => ProgrammeAccess.NotFound;

    /// <returns>As its readers see it, and as it is kept.</returns>
    private async Task<(AskedReport Asked, ReportState Kept, string? Guard, DateTimeOffset? LeadsCut)> LookAsync(ProgrammeAccess access, ReportKey key, CancellationToken cancellation)
    {
        var programme = access.Programme;
        var periods = programme.Calendar.Skip(programme.PlaceOf(key.From)).Take(programme.PlaceOf(key.To) - programme.PlaceOf(key.From) + 1).Select(one => one.Id).ToList();
        // Who reads a register that its lead funder published has no cut of their own.
        var reader = access.IsLeadFunder ? programme.LeadFunder.Id : key.Funder ?? programme.LeadFunder.Id;
        var (kept, guard) = await reports.GetAsync(key, cancellation);
        var state = kept.For(programme);
        var leads = key.IsLeads ? state : (await reports.GetAsync(ReportKey.Of(programme.Id, key.To), cancellation)).State.For(programme);
        return (new AskedReport(programme, state, IsStale(state, leads), periods, reader), kept, guard, leads.Published?.CutAt);
    }

    private async Task<ReportState> AskAsync(ReportState state, string? guard, DateTimeOffset? leadsCut, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // What was made since it was asked for is not under way any more.
        if (state.LeaseUntil > now || (now - state.AskedAt < Patience && !(state.Published?.CutAt >= state.AskedAt)))
            return state;
        var asked = state with { AskedAt = now };
        if (await reports.TrySaveAsync(asked, guard, cancellation) is null)
            return state;
        // What follows the lead funder's is at least of its cut; a part follows nobody, and is asked for as of now.
        await queue.SendAsync(ConsolidateReportMessage.ForMoment(state.Key, state.Key.Content.IsWhole ? leadsCut ?? now : now), TimeSpan.Zero, cancellation);
        return asked;
    }
}
