using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Organisations;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages.Organisations;

/// <summary>GET, POST /organisations/{organisation}/members/{member}/remove: asks, then removes; one's own leaves.</summary>
internal static class RemoveMemberEndpoint
{
    public const string Route = MemberEndpoint.Route + "/remove";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(Route, RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(string organisation, string member, Members members, HttpContext http, CancellationToken cancellation)
    {
        if (!MemberEndpoint.TryRead(organisation, member, out var id, out var memberId))
            return ProblemPages.NotFound;
        var found = await members.GetAsync(id, memberId, http.Caller(), cancellation);
        return found.Value is { } there ? PageResult.Of<RemoveMemberPage, RemoveMemberModel>(new RemoveMemberModel(there, null)) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> RemoveAsync(string organisation, string member, Members members, HttpContext http, CancellationToken cancellation)
    {
        if (!MemberEndpoint.TryRead(organisation, member, out var id, out var memberId))
            return ProblemPages.NotFound;
        var found = await members.GetAsync(id, memberId, http.Caller(), cancellation);
        if (found.Value is not { } there)
            return ProblemPages.Of(found.Problem!);
        var removed = await members.RemoveAsync(id, memberId, http.Caller(), cancellation);
        return removed.Problem is { } problem
            ? problem.Told((errors, status) => PageResult.Of<RemoveMemberPage, RemoveMemberModel>(new RemoveMemberModel(there, errors[0].Message), status))
            : new SeeOther(there.IsCaller ? DoneWords.At(PageAddresses.Home, DoneWords.Left) : DoneWords.At(PageAddresses.Organisation(id), DoneWords.Removed));
    }
}
