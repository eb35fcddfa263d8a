namespace MonitoringReturns.Functions.SignIn;

/// <summary>What a provider's tokens say of a person.</summary>
internal enum ProviderKind
{
    /// <summary>OpenID Connect as it is written: the subject says who it is.</summary>
    Standard,
    /// <summary>Microsoft Entra: several tenants behind one address, and the object id says who it is, the same to every application.</summary>
    Entra,
}

/// <summary>A sign-in provider, as the settings name it.</summary>
/// <param name="Key">Stands in addresses, such as <c>/sign-in/entra</c>.</param>
internal sealed record ProviderSettings(string Key, ProviderKind Kind, Uri Authority, string ClientId)
{
    /// <summary>What people choose it by.</summary>
    public required string Name { get; init; }

    /// <summary>Null for a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>For whom its access tokens are; null where its clients may not call the API.</summary>
    public string? Audience { get; init; }

    /// <summary>The tenants of Entra whose people and clients are let in.</summary>
    public required IReadOnlySet<string> Tenants { get; init; }

    public string StartPath => $"/sign-in/{Key}";

    public string CallbackPath => $"{StartPath}/callback";
}
