using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Layout;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>Tells pages who is signed in.</summary>
internal sealed class Visitors(RequestDelegate next, KeepTokens tokens)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.User.Identity is { AuthenticationType: SignInScheme.Session, Name: { } name })
            http.Features.Set(new Visitor(name, http.User.FindFirst(SessionPrincipal.OrganisationNameClaim)?.Value, SwitchOrganisationPage.Route, SignOutPage.Route)
            {
                KeepToken = address => tokens.For(http, address),
                WhenIdle = new Move(SessionCookie.Warning, SessionEndingPage.AddressFor(http.Request)),
            });
        return next(http);
    }
}
