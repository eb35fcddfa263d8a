using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Downloads;

/// <summary>A report in a list, as it stands.</summary>
/// <param name="Stale">Returns that it uses have changed since.</param>
public sealed record ListedReport(ReportState State, bool Stale)
{
    public ReportKey Key => State.Key;
}

/// <summary>What a reader can download of a period.</summary>
/// <param name="Report">On the period alone, made or not.</param>
/// <param name="Others">Spans that end with it, answers and indicators, which somebody asked for before.</param>
public sealed record ReportsOfPeriod(ReportingPeriod Period, ListedReport Report, IReadOnlyList<ListedReport> Others);

/// <summary>What a funder can download of a programme: a page of its periods that have opened, the newest first.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Opened">All periods that have opened, in time order.</param>
public sealed record ReportList(ProgrammeAccess Access, NamedOrganisation Reader, IReadOnlyList<ReportsOfPeriod> Periods, int Page, int Pages, IReadOnlyList<ReportingPeriod> Opened)
{
    public Programme Programme => Access.Programme;
}

/// <summary>Lists a programme's reports for one of its funders: a short read a period of the page.</summary>
public sealed class ListReports(IProgrammeStore programmes, IReportStore reports, TimeProvider clock)
{
    public const int OnAPage = 8;

    /// <param name="page">From 1; a page that is not there is the nearest that is.</param>
    public async Task<Outcome<ReportList>> RunAsync(ProgrammeId programmeId, int page, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { IsComplete: true } programme)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        if (access.Reader is not { } reader)
            return ProgrammeAccess.NotFound;
        var now = clock.GetUtcNow();
        var opened = programme.Calendar.Where(period => period.StandingAt(now) != PeriodStanding.NotOpen).ToList();
        var pages = Math.Max(1, (opened.Count + OnAPage - 1) / OnAPage);
        page = Math.Clamp(page, 1, pages);
        var funder = access.IsLeadFunder ? (OrganisationId?)null : reader.Id;
        var shown = await Task.WhenAll(opened.AsEnumerable().Reverse().Skip((page - 1) * OnAPage).Take(OnAPage).Select(period => OfAsync(programme, period, funder, cancellation)));
        return new ReportList(access, reader, shown, page, pages, opened);
    }

    private async Task<ReportsOfPeriod> OfAsync(Programme programme, ReportingPeriod period, OrganisationId? funder, CancellationToken cancellation)
    {
        var states = new List<ReportState>();
        await foreach (var state in reports.EndingWithAsync(programme.Id, period.Id, cancellation))
            states.Add(state.For(programme));
        var leads = states.Find(state => state.Key.IsLeads) ?? ReportState.None(ReportKey.Of(programme.Id, period.Id));
        var own = new ReportKey(programme.Id, period.Id, period.Id, funder);
        ListedReport Listed(ReportState state) => new(state, AskForReport.IsStale(state, leads));
        return new ReportsOfPeriod(
            period, Listed(states.Find(state => state.Key == own) ?? ReportState.None(own)),
            [.. states.Where(state => state.Key.Funder == funder && state.Key != own && IsKnown(programme, state.Key)).Select(Listed)]);
    }

    /// <summary>An indicator that the programme has no more has no name either.</summary>
    private static bool IsKnown(Programme programme, ReportKey key) => key.Content.Indicator is not { } indicator || programme.Indicator(indicator) is not null;
}
