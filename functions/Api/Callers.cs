using MonitoringReturns.Core;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.Api;

/// <summary>Who asks, from what sign-in or token said.</summary>
internal static class Callers
{
    /// <summary>The claim that holds the member's id.</summary>
    public const string MemberClaim = "member";

    /// <summary>The claim that holds the only organisation that the member acts for; absent for a client that acts for all of its.</summary>
    public const string ActingForClaim = "acting_for";

    private static readonly object Key = new();

    /// <summary>The same for the whole of a request, so that no role is read twice.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lets everybody in and must not ask.</exception>
    public static Caller Caller(this HttpContext http)
    {
        if (http.Items[Key] is Caller known)
            return known;
        var member = http.User.FindFirst(MemberClaim)?.Value ?? throw new InvalidOperationException("Nobody is signed in.");
        OrganisationId? actingFor = http.User.FindFirst(ActingForClaim)?.Value is { } organisation ? OrganisationId.Parse(organisation) : null;
        var caller = new Caller(Identifier.Parse<MemberId>(member), actingFor, http.RequestServices.GetRequiredService<IMemberships>());
        http.Items[Key] = caller;
        return caller;
    }
}
