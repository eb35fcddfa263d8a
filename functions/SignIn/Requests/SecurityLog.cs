using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>
/// Notes who was let in and what was refused, for whoever watches the portal: the route's pattern and a pseudonymous id, never an address, a name or
/// what was sent.
/// </summary>
internal sealed partial class SecurityLog(RequestDelegate next, ILogger<SecurityLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests)
            Refused(http.Response.StatusCode, http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "nothing", http.User.FindFirst(Callers.MemberClaim)?.Value ?? "nobody");
    }

    [LoggerMessage(LogLevel.Warning, "{Status} for {Method} {Route}, asked by {Member}")]
    private partial void Refused(int status, string method, string route, string member);
}
