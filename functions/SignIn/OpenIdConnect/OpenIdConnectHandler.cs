using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MonitoringReturns.Functions.SignIn.OpenIdConnect;

/// <summary>
/// Signs people in by OpenID Connect: authorization code with PKCE (RFC 7636), the answer in the query of a GET. State and correlation cookie bind
/// the answer to the browser that asked, the nonce binds the token to the question, and <c>iss</c> (RFC 9207) the answer to the provider.
/// </summary>
internal sealed class OpenIdConnectHandler(IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : RemoteAuthenticationHandler<OpenIdConnectOptions>(options, logger, encoder)
{
    private const string VerifierItem = "code_verifier";
    private const string NonceItem = "nonce";
    private const int VerifierBytes = 32;

    // The state is protected and bound by the correlation cookie before the validator is asked.
    private static readonly OpenIdConnectProtocolValidator Protocol = new() { RequireStateValidation = false, NonceLifetime = OpenIdConnectOptions.Patience };

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var configuration = await Options.Provider.Discovery.GetAsync(Context.RequestAborted);
        var verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(VerifierBytes));
        var nonce = Protocol.GenerateNonce();
        properties.Items[VerifierItem] = verifier;
        properties.Items[NonceItem] = nonce;
        properties.IssuedUtc = TimeProvider.GetUtcNow();
        GenerateCorrelationId(properties);
        var question = new OpenIdConnectMessage
        {
            IssuerAddress = configuration.AuthorizationEndpoint,
            ClientId = Options.Provider.Settings.ClientId,
            RedirectUri = Options.RedirectUri,
            ResponseType = OpenIdConnectResponseType.Code,
            ResponseMode = OpenIdConnectResponseMode.Query,
            Scope = "openid profile email",
            // Several people use one machine: nobody is signed in as whoever was there before.
            Prompt = Options.Provider.Settings.Kind == ProviderKind.Entra ? "select_account" : null,
            Nonce = nonce,
            State = Options.StateDataFormat.Protect(properties),
            EnableTelemetryParameters = false,
        };
        question.SetParameter("code_challenge", Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
        question.SetParameter("code_challenge_method", "S256");
        Response.Redirect(question.CreateAuthenticationRequestUrl());
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        AuthenticationProperties? properties = null;
        try
        {
            var answer = new OpenIdConnectMessage(Request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToArray()!)));
            properties = OwnState(answer);
            return HandleRequestResult.Success(await SignInAsync(answer, properties));
        }
        catch (SignInRefusedException refused)
        {
            return HandleRequestResult.Fail(refused, properties);
        }
        catch (Exception away) when (ProviderDiscovery.IsAway(away))
        {
            return HandleRequestResult.Fail(new SignInRefusedException(SignInRefusal.ProviderAway, away.GetType().Name, away), properties);
        }
    }

    /// <summary>What this browser took along to the provider, and only once: the cookie goes with the first answer.</summary>
    private AuthenticationProperties OwnState(OpenIdConnectMessage answer)
    {
        if (!HttpMethods.IsGet(Request.Method) || string.IsNullOrEmpty(answer.State) || Options.StateDataFormat.Unprotect(answer.State) is not { } properties)
            throw new SignInRefusedException(SignInRefusal.NotFromHere, "the state is missing or not ours");
        if (!ValidateCorrelationId(properties))
            throw new SignInRefusedException(SignInRefusal.TooLate, "the browser did not begin it, or it was used before");
        return properties.IssuedUtc is { } began && TimeProvider.GetUtcNow() - began <= OpenIdConnectOptions.Patience
            ? properties
            : throw new SignInRefusedException(SignInRefusal.TooLate, "it took too long");
    }

    private async Task<AuthenticationTicket> SignInAsync(OpenIdConnectMessage answer, AuthenticationProperties properties)
    {
        var configuration = await Options.Provider.Discovery.GetAsync(Context.RequestAborted);
        CheckIssuer(answer, configuration);
        if (!string.IsNullOrEmpty(answer.Error))
            throw new SignInRefusedException(
                answer.Error is "access_denied" or "consent_required" or "interaction_required" or "login_required" ? SignInRefusal.Declined : SignInRefusal.ProviderError,
                "the provider answered with an error");
        if (string.IsNullOrEmpty(answer.Code))
            throw new SignInRefusedException(SignInRefusal.NotFromHere, "the code is missing");

        var tokens = await TokenEndpoint.RedeemAsync(Options.Provider, configuration, answer.Code, Options.RedirectUri, properties.Items[VerifierItem]!, Context.RequestAborted);
        var checkedToken = await Options.Provider.ValidateAsync(tokens.IdToken ?? "", TokenRules.ForIdToken, Context.RequestAborted);
        if (!checkedToken.IsValid)
            throw new SignInRefusedException(SignInRefusal.TokenRefused, checkedToken.Exception?.GetType().Name ?? "not valid", checkedToken.Exception);
        var token = (JsonWebToken)checkedToken.SecurityToken;
        CheckProtocol(answer.Code, tokens, token, properties.Items[NonceItem]!);
        if (Options.Provider.IdentityOf(token) is null)
            throw new SignInRefusedException(SignInRefusal.TokenRefused, "the token does not say who it is");

        var kept = new AuthenticationProperties { RedirectUri = properties.RedirectUri };
        kept.StoreTokens([new AuthenticationToken { Name = "id_token", Value = tokens.IdToken! }]);
        return new AuthenticationTicket(new ClaimsPrincipal(checkedToken.ClaimsIdentity), kept, Scheme.Name);
    }

    private void CheckIssuer(OpenIdConnectMessage answer, OpenIdConnectConfiguration configuration)
    {
        if (string.IsNullOrEmpty(answer.Iss) ? configuration.AuthorizationResponseIssParameterSupported : !TokenRules.MayHaveIssued(Options.Provider.Settings, configuration, answer.Iss))
            throw new SignInRefusedException(SignInRefusal.NotFromHere, "the answer is not from this provider");
    }

    /// <summary>Nonce, and the hashes of access token and code where the token has them.</summary>
    private void CheckProtocol(string code, OpenIdConnectMessage tokens, JsonWebToken token, string nonce)
    {
        var context = new OpenIdConnectProtocolValidationContext
        {
            ClientId = Options.Provider.Settings.ClientId,
            ValidatedIdToken = System.IdentityModel.Tokens.Jwt.JwtSecurityTokenConverter.Convert(token),
            Nonce = nonce,
            ProtocolMessage = tokens,
        };
        try
        {
            Protocol.ValidateTokenResponse(context);
            if (token.TryGetPayloadValue<string>("c_hash", out _))
            {
                context.ProtocolMessage = new OpenIdConnectMessage { Code = code, IdToken = tokens.IdToken };
                Protocol.ValidateAuthenticationResponse(context);
            }
        }
        catch (OpenIdConnectProtocolException broken)
        {
            throw new SignInRefusedException(SignInRefusal.TokenRefused, broken.GetType().Name, broken);
        }
    }
}
