using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace MonitoringReturns.Functions.SignIn.OpenIdConnect;

/// <summary>Exchanges a code for tokens, with the proof that we asked for the code.</summary>
internal static class TokenEndpoint
{
    private const string InTheBody = "client_secret_post";
    private const string InTheHeader = "client_secret_basic";

    /// <exception cref="SignInRefusedException">The provider gives none.</exception>
    public static async Task<OpenIdConnectMessage> RedeemAsync(
        Provider provider, OpenIdConnectConfiguration configuration, string code, string redirectUri, string verifier, CancellationToken cancellation)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirectUri,
            ["code_verifier"] = verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint);
        Authenticate(provider.Settings, configuration, form, request);
        request.Content = new FormUrlEncodedContent(form);
        using var answer = await provider.Channel.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new SignInRefusedException(SignInRefusal.ProviderError, $"the token endpoint answered {(int)answer.StatusCode}");
        try
        {
            return new OpenIdConnectMessage(await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new SignInRefusedException(SignInRefusal.ProviderError, "the token endpoint did not answer with JSON", error);
        }
    }

    private static void Authenticate(ProviderSettings provider, OpenIdConnectConfiguration configuration, Dictionary<string, string> form, HttpRequestMessage request)
    {
        var ways = configuration.TokenEndpointAuthMethodsSupported;
        if (provider.ClientSecret is { } secret && (ways.Count == 0 || ways.Contains(InTheHeader) || !ways.Contains(InTheBody)))
        {
            // RFC 6749, section 2.3.1: both parts are form-encoded before they are put together.
            var both = $"{Encoded(provider.ClientId)}:{Encoded(secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(both)));
            return;
        }
        form["client_id"] = provider.ClientId;
        if (provider.ClientSecret is { } inBody)
            form["client_secret"] = inBody;
    }

    private static string Encoded(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
