using System.Net;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>What every answer tells a browser.</summary>
public sealed class HeaderTests(SignInFixture fixture)
{
    private const string Nowhere =
        "AccountName=x;AccountKey=eA==;TableEndpoint=http://127.0.0.1:1/x;BlobEndpoint=http://127.0.0.1:1/x;QueueEndpoint=http://127.0.0.1:1/x";

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("HEAD", "/", HttpStatusCode.OK)]
    [InlineData("GET", "/health", HttpStatusCode.OK)]
    [InlineData("GET", "/sign-in", HttpStatusCode.OK)]
    [InlineData("GET", "/sign-in/standard", HttpStatusCode.Found)]
    [InlineData("GET", "/sign-in/standard/callback", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/nothing", HttpStatusCode.Found)]
    [InlineData("POST", "/sign-out", HttpStatusCode.Unauthorized)]
    [InlineData("PUT", "/sign-out", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/v1/programmes", HttpStatusCode.Unauthorized)]
    [InlineData("DELETE", "/api/v1/programmes", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/openapi.json", HttpStatusCode.OK)]
    [InlineData("POST", "/ConsolidateReport", HttpStatusCode.NotFound)]
    [InlineData("GET", "/assets/0123456789abcdef/site.css", HttpStatusCode.NotFound)]
    public async Task Answer_OfEveryKind_SaysWhatABrowserMayDo(string method, string address, HttpStatusCode status)
    {
        using var answer = await (await fixture.BrowserAsync()).SendAsync(new HttpMethod(method), address, null);
        Assert.Equal(status, answer.StatusCode);
        Check(answer);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Answer_ToSomebodySignedIn_IsKeptNowhere()
    {
        var browser = await fixture.SignedInAsync();
        foreach (var address in (string[])["/", "/sessions", "/api/v1/programmes", "/nothing"])
        {
            using var answer = await browser.GetAsync(address);
            Check(answer);
            Assert.True(answer.Headers.CacheControl!.NoStore, $"{address} may be kept.");
        }
    }

    [Fact]
    public async Task Answer_WhenStorageIsAway_SaysTheSame()
    {
        var issuer = await fixture.IssuerAsync();
        await using var app = await Parts.RunningApp.StartAsync(Nowhere, issuer.AppSettings);
        var browser = new PortalBrowser(app);
        using var front = await browser.GetAsync("/");
        using var page = await browser.GetAsync("/sign-in/standard");
        using var call = await browser.GetAsync("/api/v1/programmes", ("Authorization", "Bearer " + issuer.Sign(issuer.AccessClaims(), "at+jwt")));

        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
        Assert.Equal("Sorry, the service is away for a while", (await PortalBrowser.PageOfAsync(page)).QuerySelector("h1")!.TextContent);
        foreach (var answer in (HttpResponseMessage[])[page, call])
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Check(answer);
        }
    }

    private static void Check(HttpResponseMessage answer)
    {
        string One(string name) => answer.Headers.GetValues(name).Single();
        var content = One("Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self'; ", content, StringComparison.Ordinal);
        Assert.EndsWith("base-uri 'none'; frame-ancestors 'none'", content, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", content, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' ", content, StringComparison.Ordinal);
        Assert.Equal("max-age=63072000; includeSubDomains", One("Strict-Transport-Security"));
        Assert.Equal("nosniff", One("X-Content-Type-Options"));
        Assert.Equal("DENY", One("X-Frame-Options"));
        Assert.Equal("same-origin", One("Referrer-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Resource-Policy"));
        Assert.Contains("geolocation=()", One("Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
