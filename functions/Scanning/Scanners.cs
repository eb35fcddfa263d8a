using MonitoringReturns.Core.Evidence;

namespace MonitoringReturns.Functions.Scanning;

/// <summary>Chooses who scans evidence files, by the settings.</summary>
internal static class Scanners
{
    /// <summary>Longer than any scanner needs for 20 MB; the message is hidden meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddHttpClient(nameof(HttpScanner), http => http.Timeout = Patience).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<IScanner>(provider => ScanSettings.Read(settings) is { Endpoint: not null } scan
            ? new HttpScanner(scan, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(HttpScanner)))
            : new EicarScanner());
    }
}
