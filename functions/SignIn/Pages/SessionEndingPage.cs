using Microsoft.AspNetCore.Authentication;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.SignIn;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>GET, POST /session/ending, GET /session/ended: a page that nobody touches comes here before its session is over.</summary>
internal static class SessionEndingPage
{
    public const string Route = "/session/ending";
    public const string EndedRoute = "/session/ended";

    private static readonly string[] Read = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, Read, ShowAsync).AllowAnonymous();
        pages.MapPost(Route, StayAsync);
        pages.MapMethods(EndedRoute, Read, (string? next) => Ended(next)).AllowAnonymous();
    }

    /// <summary>Where a page of this address leads by itself, in time.</summary>
    public static string AddressFor(HttpRequest request) => $"{Route}?next={Uri.EscapeDataString(LocalPath.Of(request.Path.ToUriComponent() + request.QueryString.ToUriComponent()))}";

    private static async Task<IResult> ShowAsync(string? next, HttpContext http, TimeProvider clock)
    {
        var session = await http.AuthenticateAsync(SignInScheme.Session);
        if (session.Properties?.ExpiresUtc is not { } expires)
            return Ended(next);
        var local = LocalPath.Of(next);
        return PageResult.Of<Web.Pages.SignIn.SessionEndingPage, SessionEnding>(
            new SessionEnding(expires - clock.GetUtcNow(), local, Route, $"{EndedRoute}?next={Uri.EscapeDataString(local)}"));
    }

    private static async Task<IResult> StayAsync(HttpContext http, CancellationToken cancellation)
    {
        var session = await http.AuthenticateAsync(SignInScheme.Session);
        var properties = session.Properties!;
        (properties.IssuedUtc, properties.ExpiresUtc) = (null, null);
        await http.SignInAsync(SignInScheme.Session, session.Principal!, properties);
        var form = await http.Request.ReadFormAsync(cancellation);
        return new SeeOther(LocalPath.Of(form["next"].FirstOrDefault()));
    }

    private static IResult Ended(string? next) => PageResult.Of<SessionEndedPage, SessionEnded>(new SessionEnded(SignInPages.AddressFor(LocalPath.Of(next))));
}
