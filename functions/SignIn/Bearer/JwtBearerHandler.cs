using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions.SignIn.Bearer;

/// <summary>Knows a client by its access token. People sign in by a page; a token that stands for one is not taken.</summary>
internal sealed class JwtBearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ProviderList providers)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    /// <summary>Whether a request brings a token along, of whatever worth.</summary>
    public static bool HasToken(HttpRequest request) => request.Headers.Authorization.Any(value => value?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!HasToken(Request))
            return AuthenticateResult.NoResult();
        if (Request.Headers.Authorization is not [{ } header] || Provider.Read(header[Prefix.Length..].Trim()) is not { } unread)
            return Refused;
        if (await providers.OfIssuerAsync(unread.Issuer, Context.RequestAborted) is not { } provider)
            return Refused;
        var result = await provider.ValidateAsync(unread.EncodedToken, TokenRules.ForAccessToken, Context.RequestAborted);
        if (!result.IsValid || ClientTokens.ClientOf((JsonWebToken)result.SecurityToken, provider.Settings) is not { } client)
            return Refused;
        var identity = new ClaimsIdentity([new Claim(Callers.MemberClaim, MemberId.OfClient(client).Value)], Scheme.Name);
        if (OrganisationHeader.Read(Request) is { } organisation)
            identity.AddClaim(new Claim(Callers.ActingForClaim, organisation.Value));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    // What is wrong with a token is nothing to tell a stranger.
    private static AuthenticateResult Refused => AuthenticateResult.Fail("The access token is not accepted.");
}
