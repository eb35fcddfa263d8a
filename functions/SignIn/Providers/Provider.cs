using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>A sign-in provider: what the settings say of it and what it publishes.</summary>
internal sealed class Provider(ProviderSettings settings, ProviderDiscovery discovery, HttpClient channel)
{
    private const int MostTokenBytes = 32 * 1024;

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MostTokenBytes };

    public ProviderSettings Settings { get; } = settings;

    public ProviderDiscovery Discovery { get; } = discovery;

    /// <summary>For calls from us to it.</summary>
    public HttpClient Channel { get; } = channel;

    /// <summary>The token, not believed yet; null where it is none.</summary>
    public static JsonWebToken? Read(string token)
    {
        try
        {
            return token.Length <= MostTokenBytes ? Handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception error) when (error is ArgumentException or JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Checks a token. Where its key is not known yet, what the provider publishes is read anew, once.</summary>
    public async Task<TokenValidationResult> ValidateAsync(
        string token, Func<ProviderSettings, OpenIdConnectConfiguration, TokenValidationParameters> rules, CancellationToken cancellation)
    {
        var configuration = await Discovery.GetAsync(cancellation);
        if (Read(token)?.Kid is { Length: > 0 } kid && configuration.SigningKeys.All(key => !string.Equals(key.KeyId, kid, StringComparison.Ordinal)))
            configuration = await Discovery.GetNewerAsync(cancellation);
        return await Handler.ValidateTokenAsync(token, rules(Settings, configuration));
    }

    /// <summary>Whom a checked id token names; null where it doesn't say.</summary>
    public Identity? IdentityOf(JsonWebToken token) =>
        token.TryGetPayloadValue<string>(Settings.Kind == ProviderKind.Entra ? "oid" : "sub", out var subject) && subject.Length > 0 ? new Identity(token.Issuer, subject) : null;
}
