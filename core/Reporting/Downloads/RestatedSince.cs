using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Downloads;

/// <summary>A return that changed after a report was cut, with what is different for its reader.</summary>
/// <param name="Figures">The indicators whose figure is another; null where no revision was in before.</param>
/// <param name="ToBeSeen">The funder had downloaded it, and nobody there has said yet that they have seen the difference.</param>
public sealed record RestatedSinceCut(ChangedReturn Changed, IReadOnlyList<RestatedFigure>? Figures, bool ToBeSeen);

/// <summary>A page of what changed after a report was cut.</summary>
/// <param name="Page">From 1.</param>
/// <param name="All">How many there are on all pages.</param>
public sealed record RestatedReturns(ProgrammeAccess Access, AskedReport Asked, PublishedReport Published, IReadOnlyList<RestatedSinceCut> Returns, int Page, int Pages, int All);

/// <summary>Says what has been restated since a report was cut, with the difference as far as its reader sees it: the revisions of a page are read.</summary>
public sealed class RestatedSince(ReadReport read, ChangedSince since, IReportFiles files, IProgrammeStore programmes, IRestatedStore restated, ProjectRestated differences)
{
    public const int OnAPage = 20;

    /// <param name="cut">An earlier cut; null for the newest.</param>
    /// <param name="page">From 1; a page that is not there is the nearest that is.</param>
    public async Task<Outcome<RestatedReturns>> RunAsync(NamedReport named, long? cut, int page, Caller caller, CancellationToken cancellation)
    {
        var found = await read.FindAsync(named, cut, caller, cancellation);
        if (found.Problem is { } problem)
            return problem;
        var (access, asked, published) = found.Value;
        if (published is null)
            return ProgrammeAccess.NotFound;
        var changed = await since.AllAsync(access, await files.GetManifestAsync(published.ManifestFile, cancellation), cancellation);
        var pages = Math.Max(1, (changed.Count + OnAPage - 1) / OnAPage);
        page = Math.Clamp(page, 1, pages);
        var sight = new Sight(access.Programme, asked.State.Key.Funder);
        var shown = await Task.WhenAll(changed.Skip((page - 1) * OnAPage).Take(OnAPage).Select(one => OfAsync(access, asked, sight, one, caller, cancellation)));
        return new RestatedReturns(access, asked, published, shown, page, pages, changed.Count);
    }

    private async Task<RestatedSinceCut> OfAsync(ProgrammeAccess access, AskedReport asked, Sight sight, ChangedReturn changed, Caller caller, CancellationToken cancellation)
    {
        var key = changed.Return.Key;
        // Only for whom somebody acts can they say that it is seen.
        var finding = caller.ActingFor == asked.For ? restated.GetAsync(asked.For, key, cancellation) : Task.FromResult<RestatedReturn?>(null);
        var figures = changed.From > 0 && await programmes.GetAwardAsync(key.Programme, key.Award, cancellation) is { } award
            ? await differences.BetweenAsync(key, changed.From, changed.Return.Standing.Revision, access.Programme, award, sight, cancellation)
            : null;
        return new RestatedSinceCut(changed, figures, (await finding)?.Revision == changed.Return.Standing.Revision);
    }
}
