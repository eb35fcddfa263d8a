using Microsoft.AspNetCore.Authentication.Cookies;

namespace MonitoringReturns.Functions.SignIn.Sessions;

/// <summary>How long a session lasts, and its cookie: a reference that nobody can make up, and nothing else.</summary>
internal static class SessionCookie
{
    public const string Name = "__Host-session";

    /// <summary>How long nothing may be asked for.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>How long it may last at most, from sign-in.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(12);

    /// <summary>When a page that nobody touches warns that the session ends.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(25);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionEvents);
    }
}

/// <summary>Sets a session's cookie and never reads one, so that a session that begins has nothing of the one before.</summary>
internal sealed class NewCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => null;

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => _cookies.AppendResponseCookie(context, key, value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, key, options);
}
