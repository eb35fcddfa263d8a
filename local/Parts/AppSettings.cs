namespace MonitoringReturns.Local.Parts;

/// <summary>What the function app is told on this machine about itself, sign-in and mail.</summary>
internal static class AppSettings
{
    public static IReadOnlyDictionary<string, string> Of(Uri portal, SignInProvider provider, MailSink mail, string protectionKey) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Portal__Address"] = portal.OriginalString,
        ["Portal__Name"] = "On this machine",
        ["SignIn__Providers__entra__Name"] = "Your organisation’s sign-in (a stand-in on this machine)",
        ["SignIn__Providers__entra__Kind"] = "Entra",
        ["SignIn__Providers__entra__Authority"] = provider.Issuer.OriginalString,
        ["SignIn__Providers__entra__Tenants__0"] = provider.Tenant,
        ["SignIn__Providers__entra__Audience"] = SignInProvider.Audience,
        ["SignIn__Providers__entra__ClientId"] = SignInProvider.ClientId,
        ["SignIn__Providers__entra__ClientSecret"] = provider.ClientSecret,
        ["DataProtection__Keys__0"] = protectionKey,
        ["Mail__Smtp__Host"] = MailSink.SmtpHost,
        ["Mail__Smtp__Port"] = FormattableString.Invariant($"{mail.SmtpPort}"),
        ["Mail__Smtp__From"] = "monitoring-returns@portal.example",
        ["Mail__Smtp__UseTls"] = "false",
        ["ReportingTime__PoundsAnHour"] = "13.45",
        ["ReportingTime__Source"] = "the real Living Wage of 2025-26 outside London, as the Living Wage Foundation set it in October 2025",
        // Years of returns are filed by one program in a minute.
        ["Limits__ClientPerMinute"] = "100000",
    };
}
