using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Web;

namespace MonitoringReturns.Tests.Functions;

/// <summary>Who gets a page and who a problem.</summary>
public sealed class PageProblemTests(AzuriteFixture azurite)
{
    private const string OfABrowser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("/nowhere", OfABrowser, "text/html")]
    [InlineData("/assets/0123456789abcdef/site.css", OfABrowser, "text/html")]
    [InlineData("/assets/0123456789abcdef/site.css", "text/css,*/*;q=0.1", "application/problem+json")]
    [InlineData("/nowhere", "*/*", "application/problem+json")]
    [InlineData("/nowhere", "text/html;q=0", "application/problem+json")]
    [InlineData("/nowhere", "application/json", "application/problem+json")]
    [InlineData("/nowhere", null, "application/problem+json")]
    [InlineData("/api/v1/nowhere", OfABrowser, "application/problem+json")]
    public async Task UnknownAddress_AnswersInTheCallersForm(string address, string? accepted, string type)
    {
        var app = await azurite.AppAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept", accepted);

        request.Headers.Add("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.Charity));

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Front_NamesTheDeploymentAndLoadsItsStyleSheet()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString, "Portal:Name=Vale & Fell funders");

        var front = await app.Http.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("Vale &amp; Fell funders", front, StringComparison.Ordinal);
        using var style = await app.Http.GetAsync(new Uri(MonitoringReturns.Web.Assets.SiteAssets.StyleSheet, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "text/css"), (style.StatusCode, style.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task BrokenPage_ForABrowser_SaysSorryAndNothingOfTheFault()
    {
        var (http, body) = Request(OfABrowser);

        await new BrokenPages(_ => throw new InvalidOperationException("A secret"), NullLogger<BrokenPages>.Instance).InvokeAsync(http);

        Assert.Equal(StatusCodes.Status500InternalServerError, http.Response.StatusCode);
        var page = System.Text.Encoding.UTF8.GetString(body.ToArray());
        Assert.Contains("Sorry, something went wrong", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenPage_ForAProgram_IsABareStatus()
    {
        var (http, body) = Request("application/json");

        await new BrokenPages(_ => throw new InvalidOperationException("A secret"), NullLogger<BrokenPages>.Instance).InvokeAsync(http);

        Assert.Equal((StatusCodes.Status500InternalServerError, 0L), (http.Response.StatusCode, body.Length));
    }

    private static (HttpContext Http, MemoryStream Body) Request(string accepted)
    {
        var body = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().AddPages(new Portal(null)).BuildServiceProvider(),
            Response = { Body = body },
        };
        http.Request.Path = "/members";
        http.Request.Headers.Accept = accepted;
        return (http, body);
    }
}
