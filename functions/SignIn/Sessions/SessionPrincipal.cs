using System.Security.Claims;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions.SignIn.Sessions;

/// <summary>A person as their session knows them.</summary>
internal static class SessionPrincipal
{
    /// <summary>The provider that they signed in at.</summary>
    public const string ProviderItem = "provider";

    /// <summary>What the organisation that they act for is called.</summary>
    public const string OrganisationNameClaim = "acting_for_name";

    private const string NameClaim = "name";

    public static ClaimsPrincipal Of(Person person, PersonsOrganisation? organisation)
    {
        var identity = new ClaimsIdentity([new Claim(Callers.MemberClaim, person.Id.Value), new Claim(NameClaim, person.Name)], SignInScheme.Session, NameClaim, roleType: null);
        ActFor(identity, organisation);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Lets the person act for another organisation, or none.</summary>
    public static void ActFor(ClaimsIdentity identity, PersonsOrganisation? organisation)
    {
        foreach (var claim in identity.FindAll(claim => claim.Type is Callers.ActingForClaim or OrganisationNameClaim).ToArray())
            identity.RemoveClaim(claim);
        if (organisation is null)
            return;
        identity.AddClaim(new Claim(Callers.ActingForClaim, organisation.Id.Value));
        identity.AddClaim(new Claim(OrganisationNameClaim, organisation.Name));
    }

    public static MemberId MemberOf(ClaimsPrincipal person) => Identifier.Parse<MemberId>(person.FindFirst(Callers.MemberClaim)!.Value);
}
