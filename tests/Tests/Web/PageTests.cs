using System.Net;
using AngleSharp.Html.Parser;
using MonitoringReturns.Web;

namespace MonitoringReturns.Tests.Web;

/// <summary>Pages as they leave the app.</summary>
public sealed class PageTests
{
    private static readonly Visitor Ada = new("Ada Quill", "Wren House", "/acting-for", "/sign-out");

    [Fact]
    public async Task EveryPage_Sent_IsHtmlForNobodyElse()
    {
        foreach (var visitor in new[] { null, Ada })
        {
            await using var site = await PatternSite.StartAsync(visitor);
            foreach (var address in PatternSite.Pages)
            {
                using var page = await site.Http.GetAsync(new Uri(address, UriKind.Relative));

                Assert.Equal("text/html; charset=utf-8", $"{page.Content.Headers.ContentType}");
                Assert.True(page.Headers.CacheControl!.NoStore);
                var shown = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
                PatternTests.IsSound(shown);
                Assert.Empty(shown.QuerySelectorAll("script, style, [style]"));
                Assert.DoesNotContain(shown.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
                Assert.Equal(visitor is not null, shown.QuerySelector("nav form") is not null);
                Assert.Single(shown.QuerySelectorAll("h1"));
            }
        }
    }

    [Theory]
    [InlineData("/problems/not-found", HttpStatusCode.NotFound, "Page not found")]
    [InlineData("/problems/error", HttpStatusCode.InternalServerError, "Sorry, something went wrong")]
    [InlineData("/problems/away", HttpStatusCode.ServiceUnavailable, "Sorry, the service is away for a while")]
    [InlineData("/problems/too-many", HttpStatusCode.TooManyRequests, "Too many requests")]
    [InlineData("/problems/refused", HttpStatusCode.Conflict, "The reporting period has closed")]
    [InlineData("/patterns", HttpStatusCode.UnprocessableEntity, "Every pattern")]
    public async Task Problem_SaysItsStatusAndWhatToDo(string address, HttpStatusCode status, string heading)
    {
        await using var site = await PatternSite.StartAsync();

        using var page = await site.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(status, page.StatusCode);
        Assert.Equal(heading, new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task TooManyRequests_SaysWhenToTryAgain()
    {
        await using var site = await PatternSite.StartAsync();

        using var page = await site.Http.GetAsync(new Uri("/problems/too-many", UriKind.Relative));

        Assert.Equal(TimeSpan.FromSeconds(13), page.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task FrontPage_ForNobody_IsRenderedOnceAndForAVisitorAnew()
    {
        await using var site = await PatternSite.StartAsync();
        await using var signedIn = await PatternSite.StartAsync(Ada);

        var first = await site.Http.GetByteArrayAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(first, await site.Http.GetByteArrayAsync(new Uri("/", UriKind.Relative)));
        Assert.Contains("Signed in as Ada Quill", await signedIn.Http.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        using var head = await site.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));
        Assert.Equal(first.Length, head.Content.Headers.ContentLength);
    }
}
