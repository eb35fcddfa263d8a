using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Home;

namespace MonitoringReturns.Functions.Pages.Home;

/// <summary>GET /home</summary>
internal static class HomeEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(PageAddresses.Home, PagesFunction.Read, ShowAsync);

    private static async Task<IResult> ShowAsync(string? done, OrganisationsOfPerson organisations, KeptPosts kept, HttpContext http, CancellationToken cancellation)
    {
        var caller = http.Caller();
        var all = await organisations.ListAsync(caller.Id, cancellation);
        var own = all.FirstOrDefault(one => one.Id == caller.ActingFor);
        var name = own?.Name ?? http.User.FindFirst(SessionPrincipal.OrganisationNameClaim)?.Value;
        return PageResult.Of<HomePage, HomeModel>(
            new HomeModel(http.User.Identity!.Name!, caller.ActingFor, own?.Roles ?? Roles.None, name, all.Any(one => one.Id != caller.ActingFor), done) { Waiting = await kept.WaitingAsync(http) });
    }
}
