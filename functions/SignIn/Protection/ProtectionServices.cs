using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions.SignIn.Protection;

/// <summary>Protects what the portal gives out and takes back: sessions, the state of a sign-in, forms and links.</summary>
internal static class ProtectionServices
{
    public static void Add(IServiceCollection services, SignInSettings settings)
    {
        services.AddSingleton(new WrappingKeys(settings.ProtectionKeys));
        services.AddSingleton<KeyRingStore>();
        services.AddDataProtection().SetApplicationName("monitoring-returns");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider, WrappingKeys>((options, provider, keys) =>
        {
            options.XmlRepository = new KeyRing(provider);
            options.XmlEncryptor = new WrappedKeyEncryptor(keys);
        });
        services.AddSingleton<IInvitationLinks, InvitationLinks>();
    }

    /// <summary>
    /// Leaves out what reads the key ring while the app starts: the first who needs a key does that instead, so that the app starts at once, also without
    /// storage. The last word on services, because sign-in and forms each add it again.
    /// </summary>
    public static void ReadKeysLate(IServiceCollection services)
    {
        foreach (var early in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(early);
    }
}
