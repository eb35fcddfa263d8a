using System.Globalization;

namespace MonitoringReturns.Web.Language;

/// <summary>How large files are, as people's computers say it.</summary>
public static class FileSizes
{
    private const double Kilo = 1024;

    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(bytes / Kilo, MidpointRounding.AwayFromZero)):0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo:0.0} MB"),
    };
}
