using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Start;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>A page is posted to by its own form only.</summary>
public sealed class FormTokenTests(SignInFixture fixture)
{
    [Fact]
    public async Task EveryPagePost_WithoutOrWithAnothersToken_IsRefusedAndChangesNothing()
    {
        var (browser, other) = (await fixture.SignedInAsync(), await fixture.SignedInAsync());
        var token = (await other.PageAsync("/sessions")).QuerySelector<IHtmlInputElement>("input[name=form-token]")!.Value;
        var posts = await PagePostsAsync();
        Assert.Contains("/sign-out", posts);
        foreach (var address in posts)
        {
            using var without = await browser.PostAsync(address);
            await RefusedAsync(without);
            using var anothers = await browser.PostAsync(address, ("form-token", token));
            await RefusedAsync(anothers);
        }
        await browser.PageAsync("/sessions");
    }

    [Fact]
    public async Task EveryEndpointThatChangesThings_IsOfTheApiOrThePagesOrTheHost()
    {
        foreach (var endpoint in (await EndpointsAsync()).Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD")) == true))
            Assert.True(
                endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) || endpoint.RoutePattern.RawText == "{*path}"
                    || endpoint.Metadata.GetMetadata<MonitoringReturns.Functions.Pages.PageEndpoint>() is not null || endpoint.Metadata.GetMetadata<HostEvent>() is not null,
                $"{endpoint.RoutePattern.RawText} takes posts and nobody asks for a form's token.");
    }

    private static async Task RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("The page was sent from elsewhere, or too late", (await PortalBrowser.PageOfAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    private static async Task<string[]> PagePostsAsync() =>
        [.. (await EndpointsAsync())
            .Where(endpoint => endpoint.Metadata.GetMetadata<MonitoringReturns.Functions.Pages.PageEndpoint>() is not null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"))
            .Select(endpoint => System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!, @"\{[^}]*\}", "x"))];

    private static async Task<RouteEndpoint[]> EndpointsAsync()
    {
        await using var app = App.Build(["--AzureWebJobsStorage=UseDevelopmentStorage=true", .. AppSettings.Bare]);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }
}
