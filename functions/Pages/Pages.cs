using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Assets;
using MonitoringReturns.Web.Pages;

namespace MonitoringReturns.Functions;

/// <summary>
/// Every other address: the pages, what they load, and an answer for what is not there. The host pings <c>/</c>, so the front page is
/// rendered once.
/// </summary>
internal static class PagesFunction
{
    public const string Route = "{*path}";

    private static readonly string[] Read = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").WithMetadata(PageEndpoint.Instance).ExcludeFromDescription();
        pages.MapMethods("/", Read, (KeptPage<FrontPage> front) => front).AllowAnonymous().WithMetadata(Uncounted.Instance);
        pages.MapMethods(SiteAssets.Route, Read, (HttpContext http, string hash, string file) => SiteAssets.Find(hash, file) ?? PageProblems.Answer(http, RouteIds.NotFound))
            .AllowAnonymous().WithMetadata(Uncounted.Instance);
        SignInPages.Map(pages);
        SignOutPage.Map(pages);
        SwitchOrganisationPage.Map(pages);
        SessionEndingPage.Map(pages);
        OwnSessionsPage.Map(pages);
        app.MapMethods(Route, [.. Read, "POST"], (HttpContext http) => PageProblems.Answer(http, RouteIds.NotFound)).ExcludeFromDescription();
    }
}
