using MonitoringReturns.Functions.SignIn;

namespace MonitoringReturns.Functions.Scanning;

/// <summary>Who looks for viruses in evidence files.</summary>
/// <param name="Endpoint">Where files are posted to; null: nobody but the check for the test string.</param>
/// <param name="Key">Sent with each as a bearer token; null: none.</param>
internal sealed record ScanSettings(Uri? Endpoint, string? Key)
{
    private const string Nobody = "none";

    /// <exception cref="UnusableSettingException">It is wrong, or missing in Azure, where nobody may think that files are scanned and they aren't.</exception>
    public static ScanSettings Read(IConfiguration settings) => settings["Scan:Endpoint"] switch
    {
        Nobody => new ScanSettings(null, null),
        null or "" when settings["WEBSITE_INSTANCE_ID"] is not { Length: > 0 } => new ScanSettings(null, null),
        null or "" => throw new UnusableSettingException("Scan:Endpoint", $"is missing: the scanner that looks for viruses in evidence files, or '{Nobody}' to do without."),
        var address when Uri.TryCreate(address, UriKind.Absolute, out var endpoint) && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback)) =>
            new ScanSettings(endpoint, settings["Scan:Key"] is { Length: > 0 } key ? key : null),
        _ => throw new UnusableSettingException("Scan:Endpoint", "is no https address; http is for this machine only."),
    };
}
