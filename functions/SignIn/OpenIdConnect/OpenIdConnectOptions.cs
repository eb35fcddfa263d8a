using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace MonitoringReturns.Functions.SignIn.OpenIdConnect;

/// <summary>How people sign in at one provider.</summary>
internal sealed class OpenIdConnectOptions : RemoteAuthenticationOptions
{
    /// <summary>How long somebody may take at the provider.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public Provider Provider { get; set; } = null!;

    /// <summary>Where the provider sends people back to: by configuration, never by what a request says of its host.</summary>
    public Uri Portal { get; set; } = null!;

    public ISecureDataFormat<AuthenticationProperties> StateDataFormat { get; set; } = null!;

    public string RedirectUri => new Uri(Portal, Provider.Settings.CallbackPath).AbsoluteUri;

    /// <summary>Completes them for a provider.</summary>
    public void Complete(Provider provider, Uri portal, IDataProtectionProvider protection)
    {
        Provider = provider;
        Portal = portal;
        CallbackPath = provider.Settings.CallbackPath;
        SignInScheme = SignIn.SignInScheme.NewSession;
        EventsType = typeof(SignInEvents);
        RemoteAuthenticationTimeout = Patience;
        StateDataFormat = new PropertiesDataFormat(protection.CreateProtector("SignIn.State", provider.Settings.Key, "v1"));
        CorrelationCookie.Name = "__Host-sign-in-";
        CorrelationCookie.Path = "/";
        CorrelationCookie.HttpOnly = true;
        CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
        // The provider sends people back by a link's GET, which Lax lets the cookie come with.
        CorrelationCookie.SameSite = SameSiteMode.Lax;
    }
}
