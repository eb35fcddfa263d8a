using System.Net;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>Signing in and out at a real provider, npm's oidc-provider.</summary>
public sealed class RealProviderTests(SignInFixture fixture, ProviderFixture providers)
{
    [Fact]
    public async Task Person_WhoPicksThemselvesAtTheProvider_IsSignedInAndOutAgain()
    {
        var browser = await fixture.BrowserAsync();
        using var visit = new SignInVisit(await providers.ProviderAsync(), ProviderFixture.Portal);
        using var begun = await browser.GetAsync("/sign-in/entra?next=%2Fsessions");
        using var choose = await visit.GoAsync(begun.Headers.Location!);
        var back = await visit.PickAsync(await SignInVisit.PageAsync(choose), DemoPeople.Administrator.Name);
        using var signedIn = await browser.GetAsync(back.PathAndQuery);

        Assert.Equal("/sessions", signedIn.Headers.Location!.OriginalString);
        Assert.Contains(DemoPeople.Administrator.Name, (await browser.PageAsync("/sessions")).QuerySelector(".portal-visitor")!.TextContent, StringComparison.Ordinal);

        using var signedOut = await browser.SubmitAsync("/sessions", "/sign-out");
        using var there = await visit.GoAsync(signedOut.Headers.Location!);
        Assert.Equal(new Uri(ProviderFixture.Portal, "signed-out"), there.Headers.Location);
        using var page = await browser.GetAsync("/sessions");
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        Assert.Contains("You have signed out", (await browser.PageAsync("/signed-out")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_WithATokenOfTheProvider_CallsTheApi_AndNoEventEndpoint()
    {
        var app = await fixture.AppAsync();
        var token = "Bearer " + await providers.TokenAsync(DemoClients.Charity);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(app, HttpMethod.Get, "/api/v1/programmes", ("Authorization", token))).Status);
        (await SendAsync(app, HttpMethod.Post, "/SweepOutbox", ("Authorization", token))).IsProblem(HttpStatusCode.NotFound, "MR2004");
        (await SendAsync(app, HttpMethod.Post, "/SweepOutbox", ("Authorization", token), ("X-Azure-Functions-InvocationId", "1"), ("X-Forwarded-For", "127.0.0.1")))
            .IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    private static async Task<Answer> SendAsync(RunningApp app, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await app.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}
