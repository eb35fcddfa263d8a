using MonitoringReturns.Functions.Notices;
using MonitoringReturns.Functions.Scanning;
using MonitoringReturns.Functions.SignIn;

namespace MonitoringReturns.Functions.Start;

/// <summary>When the app may not start at all.</summary>
internal static class StartRules
{
    /// <summary>Judges the settings before anything is served. Azure sets <c>WEBSITE_INSTANCE_ID</c>.</summary>
    /// <returns>The sentence to stop with, which names a setting as an environment variable; null where the app may start.</returns>
    public static string? WhyNotHere(IConfiguration settings)
    {
        if (settings["WEBSITE_INSTANCE_ID"] is { Length: > 0 } && settings.GetValue<bool>("Demo:TimeTravel"))
            return "Demo__TimeTravel is on, which lets a request say what time it is: it is for demonstrations on one machine, and this is Azure (WEBSITE_INSTANCE_ID is set).";
        try
        {
            SignInSettings.Read(settings);
            Limits.Read(settings);
            MailSettings.Read(settings);
            ScanSettings.Read(settings);
            return null;
        }
        catch (UnusableSettingException unusable)
        {
            return unusable.Message;
        }
    }
}
