using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Glance;

/// <summary>A period as one of its funders sees it on a page.</summary>
/// <param name="Reader">The funder that it is shown to.</param>
/// <param name="Help">The first of what the reader was asked for in this period.</param>
/// <param name="Returns">Where the returns that the reader may see stand now.</param>
public sealed record PeriodAtAGlance(ProgrammeAccess Access, ReportingPeriod Period, NamedOrganisation Reader, PageOf<HelpAsked> Help, ReturnCounts Returns, ReportAtAGlance Report)
{
    public Programme Programme => Access.Programme;
}

/// <summary>The reader's report on a period, and what it says of the indicators.</summary>
/// <param name="Stale">Returns that it uses have changed since; it is being made again.</param>
/// <param name="CameSince">Returns that came, or were corrected, after its cut.</param>
/// <param name="Figures">Null where there is no report yet, or none that a page can show.</param>
public sealed record ReportAtAGlance(ReportKey Key, PublishedReport? Published, bool Stale, int CameSince, GlanceFigures? Figures)
{
    public bool IsUpToDate => Published is not null && !Stale && CameSince == 0;
}

/// <summary>
/// Shows a period at a glance. Awards, and where their returns stand, are kept together, each in one row; indicators come from the published report, so that no earlier
/// period is read and the page says what the workbook says.
/// </summary>
public sealed class GlanceAtPeriod(IProgrammeStore programmes, IReturnStore returns, AskForReport ask, ReadGlance read, ReadHelp help)
{
    /// <summary>Requests for help shown; the list has the rest.</summary>
    public const int MostHelp = 10;

    public async Task<Outcome<PeriodAtAGlance>> RunAsync(ProgrammeId programmeId, PeriodId periodId, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { IsComplete: true } programme || programme.Period(periodId) is not { } period)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        if (access.Reader is not { } reader)
            return ProgrammeAccess.NotFound;
        // One runs while the other's answer is on its way.
        var asking = ReportAsync(access, period, cancellation);
        var findingHelp = help.OfPeriodAsync(access, period.Id, MostHelp, caller, cancellation);
        var (counts, cameAt) = await CountAsync(access, period, cancellation);
        var (asked, figures) = await asking;
        var published = asked.State.Published;
        return new PeriodAtAGlance(
            access, period, reader, await findingHelp, counts,
            new ReportAtAGlance(asked.State.Key, published, asked.Stale, published is null ? cameAt.Count : cameAt.Count(at => at > published.CutAt), figures));
    }

    private async Task<(AskedReport Asked, GlanceFigures? Figures)> ReportAsync(ProgrammeAccess access, ReportingPeriod period, CancellationToken cancellation)
    {
        var asked = await ask.OfAsync(access, new ReportKey(access.Programme.Id, period.Id, period.Id, access.IsLeadFunder ? null : access.Reader!.Id), cancellation);
        return (asked, asked.State.Published is { } published ? await read.RunAsync(asked.State.Key, published, cancellation) : null);
    }

    private async Task<(ReturnCounts Counts, List<DateTimeOffset> CameAt)> CountAsync(ProgrammeAccess access, ReportingPeriod period, CancellationToken cancellation)
    {
        var (counts, cameAt) = (ReturnCounts.None, new List<DateTimeOffset>());
        foreach (var listed in await StandingReturns.OfAsync(access, period, programmes, returns, cancellation))
        {
            counts = counts.With(listed.Standing.Status, listed.Standing.Revision, listed.Late);
            if (listed.Standing.SubmittedAt is { } at)
                cameAt.Add(at);
        }
        return (counts, cameAt);
    }
}

/// <summary>Reads the figures that were kept beside a published report.</summary>
public sealed class ReadGlance(IReportFiles files, IWorkQueue queue)
{
    private readonly BesideWorkbook<GlanceFigures> _figures = new(files, queue, GlanceFigures.FileBeside, json => GlanceFigures.FromJson(json));

    /// <summary>Null where there are none yet: the report was made before pages showed any, and is made once more for it.</summary>
    public Task<GlanceFigures?> RunAsync(ReportKey key, PublishedReport published, CancellationToken cancellation) => _figures.ReadAsync(key, published, cancellation);
}
