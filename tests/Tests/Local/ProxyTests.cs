using System.Net;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Local;

public sealed class ProxyTests(ProxyTests.OneApp one, AzuriteFixture azurite) : IClassFixture<ProxyTests.OneApp>
{
    private readonly TestApp _app = one.App;
    private readonly HttpClient _client = one.Client;

    [Fact]
    public async Task Proxy_WithForwardedHeadersOfTheClient_DiscardsThem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/status/200?who=a%20b");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Prefix", "/evil");
        request.Headers.Add("x-ms-invocation-id", "mine");
        using var answer = await _client.SendAsync(request);

        var heard = Assert.Single(_app.Heard("/status/200?who=a%20b"));
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(heard.Header("X-Forwarded-For")!)));
        Assert.Equal($"localhost:{_app.Host.BaseAddress.Port}", heard.Header("X-Forwarded-Host"));
        Assert.Null(heard.Header("X-Forwarded-Prefix"));
        Assert.True(Guid.TryParse(heard.Header("x-ms-invocation-id"), out _));
    }

    [Theory]
    [InlineData("PUT", "/status/200")]
    [InlineData("GET", "/admin/host/status")]
    [InlineData("GET", "/Administration")]
    [InlineData("POST", "/runtime/webhooks")]
    [InlineData("GET", "/.auth/me")]
    public async Task Proxy_WhenUndeclaredOrThePlatforms_AnswersNotFoundItself(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(_app.Heard(path));
    }

    [Fact]
    public async Task Proxy_WhereNarrowRouteLacksTheMethod_FallsBackToTheCatchAll()
    {
        using var answer = await _client.GetAsync("/http/length?narrow");

        Assert.Single(_app.Heard("/http/length?narrow"));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task Proxy_WhateverTheStatus_PassesItOn(int status)
    {
        using var answer = await _client.GetAsync($"/status/{status}");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Proxy_WithCookies_PassesThemBothWays()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cookies");
        request.Headers.Add("Cookie", "a=1; b=2");
        using var answer = await _client.SendAsync(request);

        Assert.Equal(["one=1; path=/; httponly", "two=2; path=/"], answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal("a=1; b=2", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Proxy_WithRedirect_LeavesItToTheClient()
    {
        using var answer = await _client.GetAsync("/redirect");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/elsewhere", answer.Headers.Location!.OriginalString);
        Assert.Empty(_app.Heard("/elsewhere"));
    }

    [Fact]
    public async Task Proxy_WithStreamedAnswer_PassesItOnPieceByPiece()
    {
        using var answer = await _client.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var first = new byte[6];
        await body.ReadExactlyAsync(first);

        using var released = await _client.GetAsync("/release");
        using var rest = new StreamReader(body);

        Assert.Equal("first "u8.ToArray(), first);
        Assert.Equal("last", await rest.ReadToEndAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Proxy_WithBodyOf40Megabytes_PassesIt(bool chunked)
    {
        const int length = 40 * 1024 * 1024;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/http/length") { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await _client.SendAsync(request);

        Assert.Equal($"{length}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Proxy_WithBodyOver100Megabytes_RefusesItBeforeTheHandler()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/http/length?large") { Content = new ByteArrayContent(new byte[101 * 1024 * 1024]) };
        request.Headers.ExpectContinue = true;
        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(_app.Heard("/http/length?large"));
    }

    [Fact]
    public async Task Proxy_WhenHandlerTakesTooLong_AnswersBadGateway()
    {
        using var answer = await _client.GetAsync("/never");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
    }

    [Fact]
    public async Task Proxy_ToTheFunctionsOwnPath_ShowsItCameFromOutside()
    {
        using var answer = await _client.PostAsync("/Work", new StringContent("{}"));

        var heard = Assert.Single(_app.Heard("/Work"));
        Assert.NotNull(heard.Header("x-ms-invocation-id"));
        Assert.NotNull(heard.Header("X-Forwarded-For"));
    }

    [Fact]
    public async Task Handler_InItsEnvironment_FindsWhatTheHostSets()
    {
        Assert.Equal(azurite.ConnectionString, await _client.GetStringAsync("/environment/AzureWebJobsStorage"));
        Assert.Equal(_app.Folder, await _client.GetStringAsync("/environment/FUNCTIONS_APP_ROOT_PATH"));
        Assert.True(Guid.TryParse(await _client.GetStringAsync("/environment/FUNCTIONS_CUSTOMHANDLER_WORKER_ID"), out _));
        Assert.Equal("http://+:80", await _client.GetStringAsync("/environment/ASPNETCORE_URLS"));
    }

    [Fact]
    public async Task Handler_OnStandardOutputAndError_IsHeardAsLinesAndErrors()
    {
        using var answer = await _client.GetAsync("/noise");

        await TestApp.UntilAsync(() => _app.Log.Any(line => line is { FromHandler: true, IsError: false, Text: "said aloud" }));
        await TestApp.UntilAsync(() => _app.Log.Any(line => line is { FromHandler: true, IsError: true, Text: "complained" }));
    }

    /// <summary>One host for all of these; each asks for paths of its own.</summary>
    public sealed class OneApp(AzuriteFixture azurite) : IAsyncLifetime
    {
        public TestApp App { get; } = new();

        public HttpClient Client { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await App.Http("Site", "{*path}").Http("Upload", "http/{*path}", "\"post\"").Queue("Work", $"q-{Guid.NewGuid():N}")
                .StartAsync(azurite.ConnectionString, options => options with { RequestTimeout = TimeSpan.FromSeconds(3) });
            Client = App.Client();
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await App.DisposeAsync();
        }
    }
}
