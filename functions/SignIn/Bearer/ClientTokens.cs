using Microsoft.IdentityModel.JsonWebTokens;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.SignIn.Bearer;

/// <summary>Finds the client that an access token was issued to for itself, by client credentials.</summary>
internal static class ClientTokens
{
    /// <summary>Null where the token stands for a person, or does not say whose it is.</summary>
    public static Identity? ClientOf(JsonWebToken token, ProviderSettings provider)
    {
        // Only id tokens and what was issued with a person present hold these.
        if (Text(token, "nonce") is not null || Text(token, "scp") is not null)
            return null;
        return provider.Kind == ProviderKind.Entra ? OfEntra(token) : OfStandard(token);
    }

    /// <summary>RFC 9068, section 2.2: without a person, the subject is the client.</summary>
    private static Identity? OfStandard(JsonWebToken token) =>
        (Text(token, "client_id") ?? Text(token, "azp")) is { } client && (Text(token, "sub") is not { } subject || string.Equals(subject, client, StringComparison.Ordinal))
            ? new Identity(token.Issuer, client)
            : null;

    /// <summary>Entra's application tokens: <c>idtyp</c> says so, or subject and object are the same principal; where neither is there, as RFC 9068 has it.</summary>
    private static Identity? OfEntra(JsonWebToken token)
    {
        if ((Text(token, "azp") ?? Text(token, "appid") ?? Text(token, "client_id")) is not { } client)
            return null;
        var isClient = Text(token, "idtyp") switch
        {
            "app" => true,
            null => Text(token, "oid") is { } principal
                ? string.Equals(principal, Text(token, "sub"), StringComparison.Ordinal)
                : string.Equals(Text(token, "sub") ?? client, client, StringComparison.Ordinal),
            _ => false,
        };
        return isClient ? new Identity(token.Issuer, client) : null;
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) && value.Length > 0 ? value : null;
}
