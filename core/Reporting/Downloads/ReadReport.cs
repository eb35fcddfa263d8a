using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Downloads;

/// <summary>One report as its reader sees it on a page.</summary>
/// <param name="Shown">What is published of it, or the earlier cut that was asked for; null where nothing is.</param>
/// <param name="Manifest">What that was made from.</param>
/// <param name="Check">Whether its rows are as many as that says.</param>
/// <param name="Since">Returns that came, or were corrected, after it.</param>
/// <param name="History">What was published of the report, the newest first.</param>
/// <param name="CanBeMade">It is made on request, its last period has opened, and what is published does not hold any more or is not there.</param>
public sealed record ReportInDetail(
    ProgrammeAccess Access, AskedReport Asked, PublishedReport? Shown, Manifest? Manifest, RowCheck? Check, int Since, PageOf<PublishedReport> History, bool CanBeMade)
{
    public Programme Programme => Access.Programme;

    public ReportKey Key => Asked.State.Key;

    /// <summary>Made by earlier rules, by which CSV and JSON are not written any more.</summary>
    public bool IsWorkbookAlone => Manifest is { Rules: var rules } && rules != Manifest.CurrentRules;

    /// <summary>Whether what is shown is the newest of it.</summary>
    public bool IsNewest => Shown is null || Shown.Cut == Asked.State.Published?.Cut;
}

/// <summary>Reads one report for whoever may have it: where it stands, what it was made from, and whether its rows are all there.</summary>
public sealed class ReadReport(AskForReport ask, IReportFiles files, IProgrammeStore programmes, ChangedSince since, IWorkQueue queue, TimeProvider clock)
{
    public const int MostHistory = 10;

    /// <param name="cut">An earlier cut of the same; null for the newest.</param>
    /// <param name="before">The cut that the page of the history before ended with; null for the first.</param>
    public async Task<Outcome<ReportInDetail>> RunAsync(NamedReport named, long? cut, long? before, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(named, cut, caller, cancellation);
        if (found.Problem is { } problem)
            return problem;
        var (access, asked, shown) = found.Value;
        var listing = ask.HistoryAsync(asked, before, MostHistory, cancellation);
        var canBeMade = !asked.State.Key.IsLeads && (asked.State.Published is null || asked.Stale)
            && access.Programme.Period(asked.State.Key.To)!.StandingAt(clock.GetUtcNow()) != Periods.PeriodStanding.NotOpen;
        if (shown is null)
            return new ReportInDetail(access, asked, null, null, null, 0, await listing, canBeMade);
        var manifest = await files.GetManifestAsync(shown.ManifestFile, cancellation);
        // Made once more by today's rules, as for the tables that pages show.
        if (manifest.Rules != Manifest.CurrentRules && shown.Cut == asked.State.Published?.Cut)
            await queue.SendAsync(ConsolidateReportMessage.ForMoment(asked.State.Key, shown.CutAt.AddMilliseconds(1)), TimeSpan.Zero, cancellation);
        var counting = since.AllAsync(access, manifest, cancellation);
        var programme = await programmes.GetVersionAsync(manifest.Programme, manifest.ProgrammeVersion, cancellation) ?? access.Programme;
        return new ReportInDetail(access, asked, shown, manifest, RowCheck.Of(shown, manifest, programme.Indicators.Count), (await counting).Count, await listing, canBeMade);
    }

    /// <summary>The report with what is shown of it: the cut that is asked for, or the newest.</summary>
    internal async Task<Outcome<(ProgrammeAccess Access, AskedReport Asked, PublishedReport? Shown)>> FindAsync(NamedReport named, long? cut, Caller caller, CancellationToken cancellation)
    {
        var found = await ask.FindAsync(named, caller, cancellation);
        if (found.Problem is { } problem)
            return problem;
        var (access, key) = found.Value;
        var asked = await ask.SeeAsync(access, key, cancellation);
        if (cut is not { } number || asked.State.Published?.Cut == number)
            return (access, asked, asked.State.Published);
        return await ask.CutAsync(asked, number, cancellation) is { } earlier ? (access, asked, earlier) : ProgrammeAccess.NotFound;
    }
}
