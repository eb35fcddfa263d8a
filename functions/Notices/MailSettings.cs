using System.Net;
using System.Net.Mail;
using MonitoringReturns.Functions.SignIn;

namespace MonitoringReturns.Functions.Notices;

/// <summary>How notices leave: by SMTP, or by GOV.UK Notify.</summary>
internal sealed record MailSettings(SmtpSettings? Smtp, NotifySettings? Notify)
{
    private const int UsualPort = 587;

    /// <exception cref="UnusableSettingException">One is missing or wrong; the message names it.</exception>
    public static MailSettings Read(IConfiguration settings)
    {
        var mail = Of(settings);
        return mail switch
        {
            { Smtp: null, Notify: null } => throw new UnusableSettingException("Mail:Smtp:Host", "is missing, and Mail__Notify__ApiKey too: invitations can't be sent."),
            { Smtp: { } smtp } when !MailAddress.TryCreate(smtp.From, out _) => throw new UnusableSettingException("Mail:Smtp:From", "is missing or no e-mail address: where invitations come from."),
            { Smtp: { UseTls: false } smtp } when !IsThisMachine(smtp.Host) => throw new UnusableSettingException("Mail:Smtp:UseTls", "is off for a server elsewhere: only on this machine may mail go unencrypted."),
            { Notify: { TemplateId.Length: 0 } } => throw new UnusableSettingException("Mail:Notify:TemplateId", "is missing: a template with the fields subject and body."),
            { Notify: { IsUsable: false } } => throw new UnusableSettingException("Mail:Notify:ApiKey", "is no key of GOV.UK Notify: a name, the service's id and the secret, with hyphens between."),
            _ => mail,
        };
    }

    private static MailSettings Of(IConfiguration settings)
    {
        var (smtp, notify) = (settings.GetSection("Mail:Smtp"), settings.GetSection("Mail:Notify"));
        return new MailSettings(
            smtp["Host"] is { Length: > 0 } host
                ? new SmtpSettings(host, smtp.GetValue("Port", UsualPort), smtp["UserName"], smtp["Password"], smtp["From"] ?? "", smtp.GetValue("UseTls", defaultValue: true))
                : null,
            notify["ApiKey"] is { Length: > 0 } key
                ? new NotifySettings(key, notify["TemplateId"] ?? "", AddressOf(notify["Address"] ?? "https://api.notifications.service.gov.uk"))
                : null);
    }

    private static Uri AddressOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw new UnusableSettingException("Mail:Notify:Address", "is no https address; http is for this machine only.");

    private static bool IsThisMachine(string host) => host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

/// <param name="UseTls">STARTTLS before anything is said; off only for a server on the same machine.</param>
internal sealed record SmtpSettings(string Host, int Port, string? UserName, string? Password, string From, bool UseTls);

/// <param name="TemplateId">A template with the fields <c>subject</c> and <c>body</c>.</param>
internal sealed record NotifySettings(string ApiKey, string TemplateId, Uri Address)
{
    private const int IdCharacters = 36;

    /// <summary>A key is a name, the service's id and the secret, both UUIDs.</summary>
    public bool IsUsable => ApiKey.Length > 2 * (IdCharacters + 1) && Guid.TryParse(Secret, out _) && Guid.TryParse(ServiceId, out _);

    public string Secret => ApiKey[^IdCharacters..];

    public string ServiceId => ApiKey[^(2 * IdCharacters + 1)..^(IdCharacters + 1)];
}
