using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Returns;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Reading;

namespace MonitoringReturns.Functions.Pages.Programmes.Reading;

/// <summary>GET /programmes/{programme}/{period}/returns/{award}, …/revisions/{revision} and …/revisions/{revision}/changes</summary>
internal static class FundersReturnEndpoint
{
    private const string RevisionRoute = ProgrammeAddresses.ReturnRoute + "/revisions/{revision}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ProgrammeAddresses.ReturnRoute, PagesFunction.Read, (string programme, string period, string award, string? done, ReadForFunder read, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => ShowAsync(key, null, done, read, clock, http)));
        pages.MapMethods(RevisionRoute, PagesFunction.Read, (string programme, string period, string award, string revision, ReadForFunder read, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, async key =>
                RouteIds.TryRevision(revision, out var number) ? await ShowAsync(key, number, null, read, clock, http) : ProblemPages.NotFound));
        pages.MapMethods(RevisionRoute + "/changes", PagesFunction.Read, (string programme, string period, string award, string revision, CompareRevisions compare, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, async key =>
                RouteIds.TryRevision(revision, out var number) ? await ShowChangesAsync(key, number, compare, http) : ProblemPages.NotFound));
    }

    private static async Task<IResult> ShowAsync(ReturnKey key, int? revision, string? done, ReadForFunder read, TimeProvider clock, HttpContext http)
    {
        var found = await read.RunAsync(key, revision, http.Caller(), http.RequestAborted);
        return found.Value is { } seen
            ? PageResult.Of<FundersReturnPage, FundersReturnModel>(new FundersReturnModel(seen, UkTime.DayOf(clock.GetUtcNow()), done))
            : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> ShowChangesAsync(ReturnKey key, int revision, CompareRevisions compare, HttpContext http)
    {
        var found = await compare.OfRevisionAsync(key, revision, http.Caller(), http.RequestAborted);
        if (found.Value is not { } changes)
            return ProblemPages.Of(found.Problem!);
        return changes.Return.Access.IsProvider ? ProblemPages.Of(changes.Return.Access.WhyNot(ReadForFunder.WhoMay)) : PageResult.Of<FundersChangesPage, RevisionChanges>(changes);
    }
}
