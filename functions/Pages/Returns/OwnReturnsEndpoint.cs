using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Own;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET /returns</summary>
internal static class OwnReturnsEndpoint
{
    private const int MostPages = 10_000;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(ReturnAddresses.List, PagesFunction.Read, ShowAsync);

    private static async Task<IResult> ShowAsync(string? page, OwnReturns own, KeptPosts kept, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        var caller = http.Caller();
        var number = int.TryParse(page, out var asked) && asked is > 0 and <= MostPages ? asked : 1;
        var list = await own.RunAsync(caller, number, cancellation);
        var forFunder = caller.ActingFor is { } organisation && (await caller.RolesInAsync(organisation, cancellation)).HasAny(RoleRules.OfFunders);
        return PageResult.Of<OwnReturnsPage, OwnReturnsModel>(new OwnReturnsModel(list, caller.Id, UkTime.DayOf(clock.GetUtcNow()), number, forFunder) { Waiting = await kept.WaitingAsync(http) });
    }
}
