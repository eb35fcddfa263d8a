using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.Pages.Returns;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Home;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;

namespace MonitoringReturns.Functions.Pages.Home;

/// <summary>GET /home, and POST /home/restated/{programme}/{period}/{award}/seen</summary>
internal static class HomeEndpoint
{
    /// <summary>The most notices of restated figures at once.</summary>
    private const int MostRestated = 5;

    private const int MostOfAfter = 200;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(PageAddresses.Home, PagesFunction.Read, ShowAsync);
        pages.MapPost(ProgrammeAddresses.RestatedRoute + "/seen", SeenAsync);
    }

    private static async Task<IResult> ShowAsync(string? done, string? after, OrganisationsOfPerson organisations, KeptPosts kept, FundersDesk desk, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        var caller = http.Caller();
        var all = await organisations.ListAsync(caller.Id, cancellation);
        var own = all.FirstOrDefault(one => one.Id == caller.ActingFor);
        var name = own?.Name ?? http.User.FindFirst(SessionPrincipal.OrganisationNameClaim)?.Value;
        return PageResult.Of<HomePage, HomeModel>(
            new HomeModel(http.User.Identity!.Name!, caller.ActingFor, own?.Roles ?? Roles.None, name, all.Any(one => one.Id != caller.ActingFor), done)
            {
                Waiting = await kept.WaitingAsync(http),
                Funder = own is { Roles: var roles } && roles.HasAny(RoleRules.OfFunders) ? await OfFunderAsync(own.Id, after, desk, clock, caller, cancellation) : null,
            });
    }

    private static async Task<FundersHomeModel?> OfFunderAsync(OrganisationId funder, string? after, FundersDesk desk, TimeProvider clock, Caller caller, CancellationToken cancellation)
    {
        var finding = desk.RestatedAsync(funder, null, MostRestated, caller, cancellation);
        var waiting = await desk.WaitingAsync(funder, after is { Length: <= MostOfAfter } ? after : null, FundersHomeModel.OnAPage, caller, cancellation);
        var restated = await finding;
        return waiting.Value is { } page && restated.Value is { } notices ? new FundersHomeModel(page, after, notices, UkTime.DayOf(clock.GetUtcNow())) : null;
    }

    private static Task<IResult> SeenAsync(string programme, string period, string award, FundersDesk desk, HttpContext http) => ReturnPages.OfAsync(programme, period, award, async key =>
    {
        var caller = http.Caller();
        var revision = int.TryParse((await http.FormAsync()).Text("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (caller.ActingFor is not { } funder)
            return ProblemPages.NotFound;
        var seen = await desk.SeenAsync(funder, key, revision, caller, http.RequestAborted);
        // Where a newer revision came meanwhile, the page shows that one.
        return seen.Problem is { } problem ? ProblemPages.Of(problem) : new SeeOther(seen.Value ? DoneWords.At(PageAddresses.Home, FundersHomeModel.Seen) : PageAddresses.Home);
    });
}
