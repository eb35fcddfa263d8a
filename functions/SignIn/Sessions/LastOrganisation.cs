using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.SignIn.Sessions;

/// <summary>Remembers, in this browser, which organisation somebody acted for last; membership is always asked for anew.</summary>
internal static class LastOrganisation
{
    private const string CookieName = "__Host-organisation";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public static OrganisationId? Read(HttpContext http) => OrganisationId.TryParse(http.Request.Cookies[CookieName], out var id) ? id : null;

    public static void Keep(HttpContext http, OrganisationId organisation) =>
        http.Response.Cookies.Append(CookieName, organisation.Value, new CookieOptions { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Kept });
}
