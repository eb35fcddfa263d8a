using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Notices;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>Notices as they leave: by SMTP to a real server, and by GOV.UK Notify to something that listens at its address.</summary>
public sealed class NoticeTests
{
    private const string ServiceId = "26785a09-ab16-4eb0-8407-a37497a57506";
    private const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    private static readonly Notice Sent = new("pat@group.example", "Grüße: your invitation", "Open this address:\n\nhttps://returns.example.org/invitations/abc\n", "invitation-7");

    [Fact]
    public async Task Smtp_OfANotice_ArrivesAsItWasWritten()
    {
        await using var sink = await MailSink.StartAsync(_ => { });

        await new SmtpNotifier(new SmtpSettings(MailSink.SmtpHost, sink.SmtpPort, null, null, "returns@portal.example", UseTls: false)).SendAsync(Sent, default);

        using var http = new HttpClient();
        var message = JsonNode.Parse(await http.GetStringAsync(new Uri(sink.Page, "messages.json")))!.AsArray().Single()!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Contains("pat@group.example", message, StringComparison.Ordinal);
        Assert.Contains("Grüße: your invitation", message, StringComparison.Ordinal);
        Assert.Contains("https://returns.example.org/invitations/abc", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Smtp_WithNobodyThere_Throws() =>
        await Assert.ThrowsAnyAsync<Exception>(() => new SmtpNotifier(new SmtpSettings("127.0.0.1", ChildProcess.FreePort(), null, null, "returns@portal.example", UseTls: false)).SendAsync(Sent, default));

    [Fact]
    public async Task Notify_OfANotice_IsAskedWithASignedToken()
    {
        await using var notify = await StandInAsync(HttpStatusCode.Created);

        await notify.Notifier.SendAsync(Sent, default);

        var (authorization, body) = notify.Asked.Single();
        var token = await new JsonWebTokenHandler().ValidateTokenAsync(authorization["Bearer ".Length..], new TokenValidationParameters
        {
            ValidIssuer = ServiceId,
            ValidateAudience = false,
            ValidateLifetime = false,
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Secret)),
        });
        Assert.True(token.IsValid, $"{token.Exception}");
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds(Convert.ToInt64(token.Claims["iat"], CultureInfo.InvariantCulture)), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddSeconds(30));
        Assert.Equal(
            ("pat@group.example", "a-template", Sent.Subject, Sent.Body, "invitation-7"),
            ($"{body["email_address"]}", $"{body["template_id"]}", $"{body["personalisation"]!["subject"]}", $"{body["personalisation"]!["body"]}", $"{body["reference"]}"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Notify_ThatRefuses_ThrowsWithoutTheAddress(HttpStatusCode status)
    {
        await using var notify = await StandInAsync(status);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => notify.Notifier.SendAsync(Sent, default));

        Assert.Equal(status, refused.StatusCode);
        Assert.DoesNotContain("pat@", refused.ToString(), StringComparison.Ordinal);
    }

    private static async Task<StandIn> StandInAsync(HttpStatusCode status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var asked = new List<(string, JsonNode)>();
        app.MapPost("/v2/notifications/email", async (HttpRequest request) =>
        {
            asked.Add((request.Headers.Authorization.ToString(), (await JsonNode.ParseAsync(request.Body))!));
            return Results.Json(new Dictionary<string, string>(StringComparer.Ordinal) { ["message"] = "for pat@group.example" }, statusCode: (int)status);
        });
        await app.StartAsync();
        var http = new HttpClient();
        return new StandIn(app, http, asked, new NotifyNotifier(new NotifySettings($"our-key-{ServiceId}-{Secret}", "a-template", new Uri(app.Urls.Single())), http));
    }

    private sealed record StandIn(WebApplication App, HttpClient Http, List<(string Authorization, JsonNode Body)> Asked, NotifyNotifier Notifier) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Http.Dispose();
            await App.DisposeAsync();
        }
    }
}
