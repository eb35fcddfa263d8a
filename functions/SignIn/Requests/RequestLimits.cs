using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>Answers 429 to a person, a client or an unknown caller's network that asks for too much within a minute. Stands before sign-in, whose answers from providers count too.</summary>
internal sealed class RequestLimits(RequestDelegate next, RequestCounter counter, Limits limits, ClientAddress addresses)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (IsCounted(http) && await WaitAsync(http) is { } wait)
            await RefuseAsync(http, wait);
        else
            await next(http);
    }

    private static bool IsCounted(HttpContext http) => http.GetEndpoint()?.Metadata switch
    {
        null => true,
        var about when about.GetMetadata<Uncounted>() is not null => false,
        var about when about.GetMetadata<HostEvent>() is not null => !Events.IsFromHost(http),
        _ => true,
    };

    private async Task<TimeSpan?> WaitAsync(HttpContext http)
    {
        if (limits is { Person: 0, Client: 0, Address: 0 })
            return null;
        var known = await http.AuthenticateAsync();
        var (key, most) = known.Principal?.FindFirst(Callers.MemberClaim)?.Value is { } member
            ? (member, known.Principal.Identity!.AuthenticationType == SignInScheme.Bearer ? limits.Client : limits.Person)
            : ("address " + addresses.NetworkOf(http), limits.Address);
        return most == 0 ? null : await counter.WaitAsync(key, most, http.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext http, TimeSpan wait)
    {
        if (PageProblems.WantsPage(http.Request))
            return ProblemPages.TooManyRequests(wait).ExecuteAsync(http);
        var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.RetryAfter = seconds;
        return ProblemAnswers.WriteAsync(http, new Problem(Catalogue.TooManyRequests, $"Wait {seconds} seconds, as Retry-After says, and then ask less often."));
    }
}

/// <summary>Marks what costs next to nothing and is asked for by everybody, the host among them.</summary>
internal sealed class Uncounted
{
    public static readonly Uncounted Instance = new();

    private Uncounted()
    {
    }
}
