using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Layout;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>Tells pages who is signed in.</summary>
internal sealed class Visitors(RequestDelegate next, KeepTokens tokens)
{
    private const int MarkBytes = 8;

    public Task InvokeAsync(HttpContext http)
    {
        if (http.User.Identity is { AuthenticationType: SignInScheme.Session, Name: { } name })
            http.Features.Set(new Visitor(name, http.User.FindFirst(SessionPrincipal.OrganisationNameClaim)?.Value, SwitchOrganisationPage.Route, SignOutPage.Route)
            {
                Mark = MarkOf(http.User),
                KeepToken = address => tokens.For(http, address),
                WhenIdle = new Move(SessionCookie.Warning, SessionEndingPage.AddressFor(http.Request)),
            });
        return next(http);
    }

    private static string MarkOf(ClaimsPrincipal person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{person.FindFirst(Callers.MemberClaim)?.Value} {person.FindFirst(Callers.ActingForClaim)?.Value}")).AsSpan(0, MarkBytes));
}
