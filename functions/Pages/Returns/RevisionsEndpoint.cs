using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET /returns/{programme}/{period}/{award}/revisions</summary>
internal static class RevisionsEndpoint
{
    public const string Route = ReturnAddresses.Route + "/revisions";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(Route, PagesFunction.Read, ShowAsync);

    private static async Task<IResult> ShowAsync(string programme, string period, string award, CompareRevisions compare, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemPages.NotFound;
        var found = await compare.ListAsync(key, http.Caller(), cancellation);
        return found.Problem is { } refused ? ProblemPages.Of(refused)
            : !found.Value.Return.Access.IsProvider ? ProblemPages.Of(found.Value.Return.Access.WhyNot(CompareRevisions.OwnPeople))
            : PageResult.Of<RevisionsPage, RevisionsModel>(new RevisionsModel(found.Value.Return, found.Value.Revisions));
    }
}
