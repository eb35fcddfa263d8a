using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Queues;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Local;

/// <summary>What the stand-in sends, against what a running Functions host sent (host-captures.json).</summary>
public sealed partial class HostRequestTests(AzuriteFixture azurite)
{
    private static readonly JsonElement Captures =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Local/host-captures.json"))).RootElement;

    [Fact]
    public async Task QueueCall_ForJsonMessage_IsTheCapturedRequest()
    {
        var captured = Captures.GetProperty("queueInvocation");
        var queue = $"q-{Guid.NewGuid():N}";
        await using var app = await new TestApp().Queue("qfn", queue, binding: "msg").StartAsync(azurite.ConnectionString);

        var text = captured.GetProperty("messageText").GetString()!;
        await new QueueClient(azurite.ConnectionString, queue).SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
        await TestApp.UntilAsync(() => app.Heard("/qfn").Count == 1);

        AssertSame(HeardRequest.From(captured), app.Heard("/qfn")[0]);
    }

    [Fact]
    public async Task TimerCall_OnDemand_IsTheCapturedRequest()
    {
        await using var app = await new TestApp().Timer("tick", "0 0 0 1 1 *").StartAsync(azurite.ConnectionString);

        Assert.True(await app.Host.InvokeTimerAsync("tick"));

        AssertSame(HeardRequest.From(Captures.GetProperty("timerInvocation")), Assert.Single(app.Heard("/tick")));
    }

    [Fact]
    public async Task WebRequest_FromOutside_IsTheCapturedRequest()
    {
        await using var app = await new TestApp().Http("Site", "{*path}").StartAsync(azurite.ConnectionString);
        using var client = app.Client();

        using var request = new HttpRequestMessage(HttpMethod.Post, "/qfn") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.TryAddWithoutValidation("User-Agent", "curl/7.88.1");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var answer = await client.SendAsync(request);

        var heard = Assert.Single(app.Heard("/qfn"));
        var captured = HeardRequest.From(Captures.GetProperty("proxiedRequestFromOutside"));
        Assert.Equal(captured.HeaderNames, heard.HeaderNames);
        Assert.Equal(captured.Body, heard.Body);
        Assert.Equal(heard.Header("X-Azure-Functions-InvocationId"), heard.Header("x-ms-invocation-id"));
        Assert.Equal($"localhost:{app.Host.BaseAddress.Port}", heard.Header("X-Forwarded-Host"));
        Assert.Equal("http", heard.Header("X-Forwarded-Proto"));
        Assert.StartsWith("127.0.0.1:", heard.Header("Host"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadyPing_OfStartingHandler_HasTheCapturedHeaders()
    {
        await using var app = await new TestApp().StartAsync(azurite.ConnectionString);

        var ping = app.Heard("/")[0];

        Assert.Equal(HeardRequest.From(Captures.GetProperty("readyPing")).HeaderNames, ping.HeaderNames);
        Assert.Equal("GET", ping.Method);
    }

    private static void AssertSame(HeardRequest captured, HeardRequest heard)
    {
        Assert.Equal(captured.Method, heard.Method);
        Assert.Equal(captured.Url, heard.Url);
        Assert.Equal(captured.HeaderNames, heard.HeaderNames);
        foreach (var name in new[] { "User-Agent", "Transfer-Encoding", "Content-Type", "X-Azure-Functions-HostVersion" })
            Assert.Equal(captured.Header(name), heard.Header(name));
        Assert.True(Guid.TryParse(heard.Header("X-Azure-Functions-InvocationId"), out _));
        Assert.Equal(Shape(captured.Body), Shape(heard.Body));
    }

    /// <summary>The body with what differs from run to run (ids, moments, receipts) made the same.</summary>
    private static string Shape(string body)
    {
        var shape = Guids().Replace(body, "<id>");
        shape = Moments().Replace(shape, match => match.Value.Contains('.', StringComparison.Ordinal) ? "<exact moment>" : "<moment>");
        return Receipts().Replace(shape, "$1<receipt>");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{7}Z|\+00:00)")]
    private static partial Regex Moments();

    [GeneratedRegex("""("PopReceipt":"\\")[A-Za-z0-9+/=]+""")]
    private static partial Regex Receipts();
}
