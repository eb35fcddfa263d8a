using System.Net;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions.Start;

/// <summary>
/// Until people can sign in: serves only callers on this machine. Behind the host the connection is always local, so what the host says
/// of the caller counts; and the name it was called by must be this machine's, so that no page from elsewhere can reach it through a
/// browser here.
/// </summary>
internal sealed class LocalCallersOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        IsLocal(http)
            ? next(http)
            : ProblemAnswers.WriteAsync(http, new Problem(Catalogue.NotFound, "This version serves only callers on its own machine."));

    private static bool IsLocal(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
            return false;
        foreach (var value in http.Request.Headers["X-Forwarded-For"])
            foreach (var caller in value?.Split(',', StringSplitOptions.TrimEntries) ?? [])
                if (!IPAddress.TryParse(caller, out var forwarded) || !IPAddress.IsLoopback(forwarded))
                    return false;
        var name = http.Request.Headers["X-Forwarded-Host"].FirstOrDefault() ?? http.Request.Host.Value;
        var host = new HostString(name ?? "").Host;
        return host.Length == 0 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named));
    }
}
