using System.Globalization;
using System.Net;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>Too many requests in a minute, counted for all instances together.</summary>
public sealed class RequestLimitTests(AzuriteFixture azurite)
{
    private const int Most = 40;

    [Fact]
    public async Task Client_OverTwoInstances_IsAnsweredNoOftenerThanTheLimit()
    {
        await using var issuer = await ForgedIssuer.StartAsync();
        await StorageAccount.Connect(azurite.ConnectionString).CreateAllAsync();
        string[] settings = [.. issuer.AppSettings, $"Limits:ClientPerMinute={Most}"];
        await using var one = await RunningApp.StartAsync(azurite.ConnectionString, settings);
        await using var two = await RunningApp.StartAsync(azurite.ConnectionString, settings);
        var token = issuer.Sign(issuer.AccessClaims($"c-{Guid.NewGuid():N}"), "at+jwt");
        await SameMinuteAsync();

        var answers = new List<Answer>();
        for (var time = 0; time < 2 * Most; time++)
            answers.Add(await CallAsync(time % 2 == 0 ? one : two, token));

        // Each instance may hold the rest of a block, two here, when the other finds nothing left.
        Assert.InRange(answers.Count(answer => answer.Status == HttpStatusCode.OK), Most - 2, Most);
        answers[^1].IsProblem(HttpStatusCode.TooManyRequests, "MR2304");
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(one, issuer.Sign(issuer.AccessClaims($"c-{Guid.NewGuid():N}"), "at+jwt"))).Status);
    }

    [Fact]
    public async Task Stranger_OverTheLimit_IsToldWhenToTryAgain_ByTheHeaderThatIsTrusted()
    {
        await StorageAccount.Connect(azurite.ConnectionString).CreateAllAsync();
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString, "Limits:AddressPerMinute=5");
        var (stranger, other) = (Address(), Address());
        await SameMinuteAsync();
        for (var time = 0; time < 5; time++)
            Assert.Equal(HttpStatusCode.OK, (await VisitAsync(app, stranger)).StatusCode);
        using var refused = await VisitAsync(app, stranger);
        using var another = await VisitAsync(app, other);
        using var chosen = await VisitAsync(app, $"{Address()}, {stranger}");
        using var front = await VisitAsync(app, stranger, "/");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("Too many requests", (await PortalBrowser.PageOfAsync(refused)).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, chosen.StatusCode);
        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
    }

    /// <summary>Waits out the end of a minute, so that a test's requests fall into one window.</summary>
    private static async Task SameMinuteAsync()
    {
        if (DateTimeOffset.UtcNow.Second >= 45)
            await Task.Delay(TimeSpan.FromSeconds(61 - DateTimeOffset.UtcNow.Second));
    }

    private static string Address() => new IPAddress([10, .. Guid.NewGuid().ToByteArray()[..3]]).ToString();

    private static Task<HttpResponseMessage> VisitAsync(RunningApp app, string from, string address = "/sign-in") => new PortalBrowser(app).GetAsync(address, ("X-Forwarded-For", from));

    private static async Task<Answer> CallAsync(RunningApp app, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/programmes");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var response = await app.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}
