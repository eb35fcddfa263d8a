using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>
/// What makes a token good, for people and clients alike: the provider's own issuer and a tenant on the list, us as audience, a signature by one
/// of its published keys with a public-key algorithm, and the time.
/// </summary>
internal static class TokenRules
{
    private const string TenantPlace = "{tenantid}";

    // Entra External ID: reached by the tenant's name, its issuer has the tenant's id.
    private const string ExternalIdHosts = ".ciamlogin.com";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
    ];

    /// <summary>Tells the application who signed in.</summary>
    public static TokenValidationParameters ForIdToken(ProviderSettings provider, OpenIdConnectConfiguration configuration)
    {
        var rules = For(provider, configuration, provider.ClientId);
        // Many providers leave the type out; an access token names its own.
        rules.TypeValidator = (type, _, _) => type is null or "" or "JWT" ? "JWT" : throw new SecurityTokenInvalidTypeException("It is another type of token.");
        return rules;
    }

    /// <summary>Lets a client call the API. RFC 9068 types it <c>at+jwt</c>; Entra types it as any other.</summary>
    public static TokenValidationParameters ForAccessToken(ProviderSettings provider, OpenIdConnectConfiguration configuration)
    {
        var rules = For(provider, configuration, provider.Audience ?? throw new InvalidOperationException($"Nobody calls the API with tokens of {provider.Key}."));
        rules.ValidTypes = provider.Kind == ProviderKind.Entra ? ["at+jwt", "application/at+jwt", "JWT"] : ["at+jwt", "application/at+jwt"];
        return rules;
    }

    /// <summary>Whether a provider that says this of itself can have issued for the issuer, whatever the tenant.</summary>
    public static bool MayHaveIssued(ProviderSettings provider, OpenIdConnectConfiguration configuration, string issuer)
    {
        if (!PublishesItsOwn(provider, configuration))
            return false;
        var parts = configuration.Issuer.Split(TenantPlace);
        return parts.Length == 1
            ? string.Equals(issuer, configuration.Issuer, StringComparison.Ordinal)
            : issuer.Length > configuration.Issuer.Length - TenantPlace.Length && issuer.StartsWith(parts[0], StringComparison.Ordinal) && issuer.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether what a provider says its issuer is can be its own. OpenID Connect Discovery 1.0, section 4.3: it must be where it says so. Entra has one address for
    /// several tenants, so there it must be of the same place and name a tenant of the list, or leave room for one.
    /// </summary>
    private static bool PublishesItsOwn(ProviderSettings provider, OpenIdConnectConfiguration configuration)
    {
        if (provider.Kind == ProviderKind.Standard)
            return string.Equals(configuration.Issuer.TrimEnd('/'), provider.Authority.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);
        return Uri.TryCreate(configuration.Issuer, UriKind.Absolute, out var issuer)
            && issuer.Scheme == provider.Authority.Scheme && issuer.Port == provider.Authority.Port
            && (issuer.Host == provider.Authority.Host || (IsOfExternalId(issuer) && IsOfExternalId(provider.Authority)))
            && (configuration.Issuer.Contains(TenantPlace, StringComparison.Ordinal) || provider.Tenants.Any(tenant => configuration.Issuer.Contains(tenant, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsOfExternalId(Uri address) => address.Host.EndsWith(ExternalIdHosts, StringComparison.OrdinalIgnoreCase);

    private static TokenValidationParameters For(ProviderSettings provider, OpenIdConnectConfiguration configuration, string audience) => new()
    {
        IssuerValidator = (issuer, token, _) => CheckIssuer(provider, configuration, issuer, token),
        ValidAudience = audience,
        RequireAudience = true,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateLifetime = true,
        ClockSkew = Skew,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = configuration.SigningKeys,
        // A token without a key's id is checked where there is only one key to mean.
        TryAllIssuerSigningKeys = configuration.SigningKeys.Count == 1,
        ValidateIssuerSigningKey = true,
        IssuerSigningKeyValidator = (key, token, _) => IsKeyOf(configuration, key, token.Issuer),
        NameClaimType = "name",
        RoleClaimType = "roles",
    };

    private static string CheckIssuer(ProviderSettings provider, OpenIdConnectConfiguration configuration, string issuer, SecurityToken token)
    {
        if (!PublishesItsOwn(provider, configuration))
            throw new SecurityTokenInvalidIssuerException("The provider publishes another's issuer.");
        var expected = configuration.Issuer;
        if (provider.Kind == ProviderKind.Entra)
        {
            if (((JsonWebToken)token).TryGetPayloadValue<string>("tid", out var tenant) && provider.Tenants.Contains(tenant))
                expected = expected.Replace(TenantPlace, tenant, StringComparison.Ordinal);
            else
                throw new SecurityTokenInvalidIssuerException("The tenant is not on the list.");
        }
        return expected.Length > 0 && string.Equals(issuer, expected, StringComparison.Ordinal)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The issuer is not the provider.");
    }

    /// <summary>Entra publishes keys of all tenants together and says of some whose they are.</summary>
    private static bool IsKeyOf(OpenIdConnectConfiguration configuration, SecurityKey key, string issuer)
    {
        var published = configuration.JsonWebKeySet?.Keys.FirstOrDefault(one => string.Equals(one.Kid, key.KeyId, StringComparison.Ordinal));
        if (published is null || !published.AdditionalData.TryGetValue("issuer", out var said) || said.ToString() is not { Length: > 0 } owner)
            return true;
        var parts = owner.Split(TenantPlace);
        return parts.Length == 1
            ? string.Equals(owner, issuer, StringComparison.Ordinal)
            : issuer.StartsWith(parts[0], StringComparison.Ordinal) && issuer.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
