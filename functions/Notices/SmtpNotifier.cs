using System.Net;
using System.Net.Mail;
using System.Text;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.Notices;

/// <summary>Sends notices by SMTP, with the framework's own client; a try again has the same Message-ID, so that a mailbox can drop it.</summary>
internal sealed class SmtpNotifier(SmtpSettings settings) : INotifier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
        if (settings.UserName is { } user)
            client.Credentials = new NetworkCredential(user, settings.Password);
        using var message = new MailMessage(new MailAddress(settings.From), new MailAddress(notice.To))
        {
            Subject = notice.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = notice.Body,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{notice.Reference}@{new MailAddress(settings.From).Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        soon.CancelAfter(Patience);
        await client.SendMailAsync(message, soon.Token);
    }
}
