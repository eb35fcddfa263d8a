using Microsoft.AspNetCore.Authentication;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.SignIn;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>GET /sign-in, GET /sign-in/{key}, GET /signed-out</summary>
internal static class SignInPages
{
    public const string Route = "/sign-in";
    public const string ProviderRoute = "/sign-in/{key}";
    public const string SignedOutRoute = "/signed-out";

    private static readonly string[] Read = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, Read, Choose).AllowAnonymous();
        pages.MapMethods(ProviderRoute, Read, BeginAsync).AllowAnonymous();
        pages.MapMethods(SignedOutRoute, Read, () => PageResult.Of<SignedOutPage>()).AllowAnonymous();
    }

    /// <summary>Where somebody signs in who asked for something, and comes back to it.</summary>
    public static string AddressFor(HttpRequest request) => AddressFor(request.Path.ToUriComponent() + request.QueryString.ToUriComponent());

    public static string AddressFor(string next) => LocalPath.Of(next) is var path && path == "/" ? Route : $"{Route}?next={Uri.EscapeDataString(path)}";

    private static IResult Choose(string? next, ProviderList providers)
    {
        var query = LocalPath.Of(next) is var path && path == "/" ? "" : $"?next={Uri.EscapeDataString(path)}";
        return PageResult.Of<ChooseProviderPage, ChooseProvider>(
            new ChooseProvider([.. providers.All.Select(provider => new Link(provider.Settings.Name, provider.Settings.StartPath + query))]));
    }

    private static async Task<IResult> BeginAsync(string key, string? next, HttpContext http, ProviderList providers)
    {
        if (providers.Find(key) is not { } provider)
            return ProblemPages.NotFound;
        try
        {
            await http.ChallengeAsync(SignInScheme.Of(provider.Settings), new AuthenticationProperties { RedirectUri = LocalPath.Of(next) });
            return Results.Empty;
        }
        catch (Exception away) when (ProviderDiscovery.IsAway(away))
        {
            return PageResult.Of<SignInFailedPage, SignInFailure>(SignInFailure.ProviderAway, StatusCodes.Status503ServiceUnavailable);
        }
    }
}
