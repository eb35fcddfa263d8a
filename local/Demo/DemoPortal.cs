using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo;

/// <summary>A portal that a demonstration is played on.</summary>
/// <param name="ConnectionString">Of its storage.</param>
/// <param name="Issuer">Of its sign-in provider, the stand-in with the demonstration's people.</param>
/// <param name="TokenEndpoint">Where machines get their access tokens.</param>
public sealed record DemoPortal(string ConnectionString, Uri Address, Uri Issuer, Uri TokenEndpoint)
{
    public static DemoPortal Of(Portal portal) => Of(portal.ConnectionString, portal.Host.BaseAddress, portal.Provider);

    public static DemoPortal Of(string connectionString, Uri address, SignInProvider provider) => new(connectionString, address, provider.Issuer, provider.TokenEndpoint);
}
