using System.Text.RegularExpressions;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>Where the portal is, who signs people in for it, and the keys that protect what it gives out.</summary>
/// <param name="Portal">Its absolute address: the only source of absolute links.</param>
/// <param name="ProtectionKeys">32 bytes each; the first wraps, all unwrap.</param>
internal sealed partial record SignInSettings(Uri Portal, IReadOnlyList<ProviderSettings> Providers, IReadOnlyList<byte[]> ProtectionKeys)
{
    private const int KeyBytes = 32;

    /// <summary>Reads the settings once, and judges them.</summary>
    /// <exception cref="UnusableSettingException">One is missing or wrong; the message names it.</exception>
    public static SignInSettings Read(IConfiguration settings) => new(
        ReadPortal(settings["Portal:Address"]),
        settings.GetSection("SignIn:Providers").GetChildren().Select(ReadProvider).ToArray() is { Length: > 0 } providers
            ? providers
            : throw new UnusableSettingException("SignIn:Providers:entra:Authority", "is missing: who signs people in. There is no other way in; 'entra' may be any name."),
        settings.GetSection("DataProtection:Keys").GetChildren().Select(ReadKey).ToArray() is { Length: > 0 } keys
            ? keys
            : throw new UnusableSettingException("DataProtection:Keys:0", "is missing: 32 random bytes in base64, which protect sessions and links."));

    private static Uri ReadPortal(string? address) =>
        string.IsNullOrEmpty(address) ? throw new UnusableSettingException("Portal:Address", "is missing: the address that people reach the portal by, such as https://returns.example.org.")
        : IsSafe(address) is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" } portal ? portal
        : throw new UnusableSettingException("Portal:Address", "is no address like https://returns.example.org, without a path; http is for this machine only.");

    private static ProviderSettings ReadProvider(IConfigurationSection section)
    {
        if (!Key().IsMatch(section.Key))
            throw new UnusableSettingException(section.Path, "has a name that no address can hold: use up to 20 small letters, digits and hyphens.");
        var authority = Needed(section, "Authority", "the provider's address, such as https://login.microsoftonline.com/{tenant}/v2.0.");
        var safe = IsSafe(authority) is { Query: "", Fragment: "", UserInfo: "" } address
            ? address
            : throw new UnusableSettingException($"{section.Path}:Authority", "is no https address; http is for this machine only.");
        var kind = section["Kind"] switch
        {
            null or "" or nameof(ProviderKind.Standard) => ProviderKind.Standard,
            nameof(ProviderKind.Entra) => ProviderKind.Entra,
            _ => throw new UnusableSettingException($"{section.Path}:Kind", "is neither Entra nor Standard."),
        };
        var tenants = section.GetSection("Tenants").GetChildren().Select(tenant => tenant.Value ?? "").Where(tenant => tenant.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (kind == ProviderKind.Entra && tenants.Count == 0)
            throw new UnusableSettingException($"{section.Path}:Tenants:0", "is missing: the ids of the tenants whose people may sign in. Entra vouches for anybody's.");
        return new ProviderSettings(section.Key, kind, safe, Needed(section, "ClientId", "the portal's id at the provider."))
        {
            Name = section["Name"] is { Length: > 0 } name ? name : section.Key,
            ClientSecret = section["ClientSecret"] is { Length: > 0 } secret ? secret : null,
            Audience = section["Audience"] is { Length: > 0 } audience ? audience : null,
            Tenants = tenants,
        };
    }

    private static byte[] ReadKey(IConfigurationSection section)
    {
        var bytes = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(section.Value ?? "", bytes, out var length) && length == KeyBytes
            ? bytes[..KeyBytes]
            : throw new UnusableSettingException(section.Path, "is not 32 bytes in base64: make it with 'openssl rand -base64 32'.");
    }

    private static string Needed(IConfigurationSection section, string name, string what) =>
        section[name] is { Length: > 0 } value ? value : throw new UnusableSettingException($"{section.Path}:{name}", $"is missing: {what}");

    /// <summary>An https address, or one of this machine; else null.</summary>
    private static Uri? IsSafe(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) ? address : null;

    [GeneratedRegex(@"^[a-z0-9-]{1,20}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}

/// <summary>A setting that the app can't start with.</summary>
internal sealed class UnusableSettingException(string setting, string whatIsWrong) : Exception($"{setting.Replace(":", "__", StringComparison.Ordinal)} {whatIsWrong}");
