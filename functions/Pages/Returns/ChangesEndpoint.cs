using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET /returns/{programme}/{period}/{award}/revisions/{revision}/changes; the draft's is named <c>draft</c>.</summary>
internal static class ChangesEndpoint
{
    public const string Route = RevisionsEndpoint.Route + "/{revision}/changes";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(Route, PagesFunction.Read, ShowAsync);

    private static async Task<IResult> ShowAsync(
        string programme, string period, string award, string revision, CompareRevisions compare, HttpContext http, CancellationToken cancellation)
    {
        var isDraft = string.Equals(revision, ReturnAddresses.Draft, StringComparison.Ordinal);
        if (!RouteIds.TryReturn(programme, period, award, out var key) || (!RouteIds.TryRevision(revision, out var number) && !isDraft))
            return ProblemPages.NotFound;
        var found = isDraft ? await compare.OfDraftAsync(key, http.Caller(), cancellation) : await compare.OfRevisionAsync(key, number, http.Caller(), cancellation);
        return found.Value is { Return.Access: { IsProvider: false } other } ? ProblemPages.Of(other.WhyNot(CompareRevisions.OwnPeople))
            : found.Value is { } changes ? PageResult.Of<ChangesPage, RevisionChanges>(changes) : ProblemPages.Of(found.Problem!);
    }
}
