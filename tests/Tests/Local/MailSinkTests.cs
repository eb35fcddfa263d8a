using System.Net;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Local;

/// <summary>The place where the portal's mail arrives, sent to as a mail program does.</summary>
public sealed class MailSinkTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private MailSink _sink = null!;

    public async ValueTask InitializeAsync() => _sink = await MailSink.StartAsync(Console.WriteLine);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _sink.DisposeAsync();
    }

    [Fact]
    public async Task Page_WithoutMail_SaysSo()
    {
        var page = await PageAsync("");

        Assert.Equal("No mail yet", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task Mail_ThatArrived_IsInTheListAndOnItsPageWithItsLink()
    {
        await SendAsync("You are invited – Wölds Edge", "Hello,\n\nopen https://localhost:7071/invitations/abc?x=1&y=2.\n");

        var message = Assert.Single(await MessagesAsync());
        Assert.Equal("portal@example.org", message["from"]!.GetValue<string>());
        Assert.Equal("ann@charity.example", Assert.Single(message["to"]!.AsArray())!.GetValue<string>());
        Assert.Equal("You are invited – Wölds Edge", message["subject"]!.GetValue<string>());
        Assert.InRange(message["at"]!.GetValue<DateTimeOffset>(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        var link = (await PageAsync("")).QuerySelector<IHtmlAnchorElement>("td a")!;
        Assert.Equal("You are invited – Wölds Edge", link.TextContent);
        var page = await PageAsync(link.GetAttribute("href")!);
        Assert.Equal("https://localhost:7071/invitations/abc?x=1&y=2", page.QuerySelector("pre a")!.GetAttribute("href"));
        Assert.StartsWith("Hello,\n\nopen https://localhost:7071/invitations/abc?x=1&y=2.", page.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_WithMarkup_IsShownAsText()
    {
        await SendAsync("<script>alert(1)</script>", "<img src=x onerror=alert(1)> http://x.example/\"onclick=\"y");
        await SendAsync("In HTML", "<p>Hello <b>there</b></p><script>alert(1)</script>", html: true);

        var (list, first) = (await PageAsync(""), await PageAsync("messages/1"));
        Assert.Equal(["In HTML", "<script>alert(1)</script>"], list.QuerySelectorAll("td a").Select(link => link.TextContent));
        Assert.Equal("<script>alert(1)</script>", first.QuerySelector("h1")!.TextContent);
        Assert.Contains("<img src=x onerror=alert(1)>", first.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(first.QuerySelectorAll("img, script, [onclick]"));
        var html = (await PageAsync("messages/2")).QuerySelector("pre")!;
        Assert.Equal("Hello there", html.TextContent.Trim());
        Assert.Empty(html.Children);
    }

    [Fact]
    public async Task Mail_BeyondFiveHundred_PushesOutTheOldest()
    {
        using var smtp = new SmtpClient(MailSink.SmtpHost, _sink.SmtpPort);
        for (var number = 1; number <= 502; number++)
            await smtp.SendMailAsync("portal@example.org", "ann@charity.example", $"Number {number}", "Hello");

        var messages = await MessagesAsync();
        Assert.Equal(500, messages.Count);
        Assert.Equal(["Number 502", "Number 3"], [messages[0]["subject"]!.GetValue<string>(), messages[^1]["subject"]!.GetValue<string>()]);
        using var gone = await _http.GetAsync(new Uri(_sink.Page, "messages/2"));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task SendAsync(string subject, string body, bool html = false)
    {
        using var smtp = new SmtpClient(MailSink.SmtpHost, _sink.SmtpPort);
        using var mail = new MailMessage("portal@example.org", "ann@charity.example", subject, body) { IsBodyHtml = html };
        await smtp.SendMailAsync(mail);
    }

    private async Task<IReadOnlyList<JsonNode>> MessagesAsync() =>
        [.. (await _http.GetFromJsonAsync<JsonArray>(new Uri(_sink.Page, "messages.json")))!.Select(message => message!)];

    private async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_sink.Page, path));
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
