using Microsoft.AspNetCore.Authentication.Cookies;

namespace MonitoringReturns.Functions.SignIn.Sessions;

/// <summary>Lets a session slide with what is asked for, though not with the page that warns of its end, and ends it after twelve hours.</summary>
internal sealed class SessionEvents(TimeProvider clock) : CookieAuthenticationEvents
{
    // Storage is written once a minute at most.
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime >= Step && !context.HttpContext.Request.Path.StartsWithSegments(SessionEndingPage.Route, StringComparison.OrdinalIgnoreCase);
        return Task.CompletedTask;
    }

    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Properties.Items.TryGetValue(TicketStore.StartedItem, out var text)
            && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var started) && clock.GetUtcNow() - started < SessionCookie.Most)
            return Task.CompletedTask;
        context.RejectPrincipal();
        return Task.CompletedTask;
    }
}
