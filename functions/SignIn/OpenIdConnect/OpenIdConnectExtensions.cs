using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace MonitoringReturns.Functions.SignIn.OpenIdConnect;

internal static class OpenIdConnectExtensions
{
    /// <summary>Lets people sign in at the provider of this key.</summary>
    public static AuthenticationBuilder AddOpenIdConnect(this AuthenticationBuilder builder, ProviderSettings provider)
    {
        var scheme = SignInScheme.Of(provider);
        builder.Services.AddOptions<OpenIdConnectOptions>(scheme).Configure<ProviderList, SignInSettings, IDataProtectionProvider>(
            (options, providers, settings, protection) => options.Complete(providers.Find(provider.Key)!, settings.Portal, protection));
        return builder.AddRemoteScheme<OpenIdConnectOptions, OpenIdConnectHandler>(scheme, provider.Name, _ => { });
    }
}
