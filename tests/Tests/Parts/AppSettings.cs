using System.Security.Cryptography;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Parts;

/// <summary>What an app under test is told of sign-in, mail and itself: the run's one provider, and no limits on requests.</summary>
internal static class AppSettings
{
    private static readonly string ProtectionKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Enough to put an app together that nobody signs in to, as arguments.</summary>
    public static string[] Bare { get; } =
    [
        $"--Portal:Address={ProviderFixture.Portal.OriginalString}", "--SignIn:Providers:none:Authority=http://localhost:1", "--SignIn:Providers:none:ClientId=portal",
        $"--DataProtection:Keys:0={ProtectionKey}",
    ];

    /// <summary>As environment variables.</summary>
    /// <param name="others">Further ones, which win.</param>
    public static async Task<Dictionary<string, string>> WithAsync(params (string Name, string Value)[] others)
    {
        var settings = Of(await ProviderFixture.Instance.ProviderAsync());
        foreach (var (name, value) in others)
            settings[name] = value;
        return settings;
    }

    /// <param name="provider">The provider that people and programs sign in at.</param>
    public static Dictionary<string, string> Of(SignInProvider provider) => new(StringComparer.Ordinal)
    {
        ["Portal__Address"] = ProviderFixture.Portal.OriginalString,
        ["SignIn__Providers__entra__Name"] = "The tests' sign-in",
        ["SignIn__Providers__entra__Kind"] = "Entra",
        ["SignIn__Providers__entra__Authority"] = provider.Issuer.OriginalString,
        ["SignIn__Providers__entra__Tenants__0"] = provider.Tenant,
        ["SignIn__Providers__entra__Audience"] = SignInProvider.Audience,
        ["SignIn__Providers__entra__ClientId"] = SignInProvider.ClientId,
        ["SignIn__Providers__entra__ClientSecret"] = provider.ClientSecret,
        ["DataProtection__Keys__0"] = ProtectionKey,
        ["Mail__Smtp__Host"] = "127.0.0.1",
        ["Mail__Smtp__Port"] = "9",
        ["Mail__Smtp__From"] = "monitoring-returns@portal.example",
        ["Mail__Smtp__UseTls"] = "false",
        ["Limits__PersonPerMinute"] = "0",
        ["Limits__ClientPerMinute"] = "0",
        ["Limits__AddressPerMinute"] = "0",
    };
}
