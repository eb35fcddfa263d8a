using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Downloads;

/// <summary>A return that a report was made from.</summary>
/// <param name="Award">Null where it is in no list any more.</param>
/// <param name="Status">As it stood at the cut; null of an earlier period, of which only figures to date were used.</param>
/// <param name="Revision">0 where none was in.</param>
/// <param name="SubmittedAt">Null where none was in, or of an earlier period.</param>
public sealed record UsedReturn(ReturnKey Key, AwardBrief? Award, ReportingPeriod Period, ReturnStatus? Status, int Revision, DateTimeOffset? SubmittedAt);

/// <summary>A page of what a report was made from: the returns of the periods reported on, by award, then those of earlier periods.</summary>
/// <param name="Page">From 1.</param>
/// <param name="All">How many there are on all pages.</param>
public sealed record UsedReturns(ProgrammeAccess Access, AskedReport Asked, PublishedReport Published, IReadOnlyList<UsedReturn> Returns, int Page, int Pages, int All);

/// <summary>Says which revisions a published report was made from, by its manifest.</summary>
public sealed class RevisionsUsed(ReadReport read, IReportFiles files, IProgrammeStore programmes)
{
    public const int OnAPage = 50;

    /// <param name="cut">An earlier cut; null for the newest.</param>
    /// <param name="page">From 1; a page that is not there is the nearest that is.</param>
    public async Task<Outcome<UsedReturns>> RunAsync(NamedReport named, long? cut, int page, Caller caller, CancellationToken cancellation)
    {
        var found = await read.FindAsync(named, cut, caller, cancellation);
        if (found.Problem is { } problem)
            return problem;
        var (access, asked, published) = found.Value;
        if (published is null)
            return ProgrammeAccess.NotFound;
        var finding = programmes.BriefsAsync(access.Programme.Id, cancellation);
        var manifest = await files.GetManifestAsync(published.ManifestFile, cancellation);
        var awards = (await finding).ToDictionary(award => award.Id);
        var all = manifest.Returns.Count + manifest.Earlier.Count;
        var pages = Math.Max(1, (all + OnAPage - 1) / OnAPage);
        page = Math.Clamp(page, 1, pages);
        var used = manifest.Returns.Select(entry => (entry.Award, entry.Period, Status: (ReturnStatus?)entry.Status, entry.Revision, entry.SubmittedAt))
            .Concat(manifest.Earlier.Select(entry => (entry.Award, entry.Period, Status: (ReturnStatus?)null, entry.Revision, SubmittedAt: (DateTimeOffset?)null)));
        return new UsedReturns(
            access, asked, published,
            [.. used.Skip((page - 1) * OnAPage).Take(OnAPage).Select(one => new UsedReturn(
                new ReturnKey(manifest.Programme, one.Period, one.Award), awards.GetValueOrDefault(one.Award), access.Programme.Period(one.Period)!, one.Status, one.Revision, one.SubmittedAt))],
            page, pages, all);
    }
}
