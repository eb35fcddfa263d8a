using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Assets;

namespace MonitoringReturns.Tests.Web;

/// <summary>What pages load.</summary>
public sealed partial class AssetTests
{
    /// <summary>Named for a reader of the HTML; the style sheet has nothing to say about them.</summary>
    private static readonly string[] Unstyled = ["govuk-checkboxes", "govuk-radios", "govuk-table__body", "govuk-table__head", "govuk-table__row"];

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task StyleSheet_InEveryForm_IsTheSameAndKeptForGood(string? coding)
    {
        await using var site = await PatternSite.StartAsync();

        using var answer = await GetAsync(site, SiteAssets.StyleSheet, coding is null ? null : $"deflate, {coding};q=0.9");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(coding is null ? [] : [coding], answer.Content.Headers.ContentEncoding);
        Assert.Equal("public, max-age=31536000, immutable", $"{answer.Headers.GetValues("Cache-Control").Single()}");
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Equal("text/css; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        var css = await UnpackAsync(answer, coding);
        Assert.Equal(SiteAssets.StyleSheet, $"/assets/{Convert.ToHexStringLower(SHA256.HashData(css))[..16]}/site.css");
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("identity", null)]
    [InlineData("}{", null)]
    public async Task StyleSheet_ComesInAFormTheCallerTakes(string accepted, string? coding)
    {
        await using var site = await PatternSite.StartAsync();

        using var answer = await GetAsync(site, SiteAssets.StyleSheet, accepted);

        Assert.Equal(coding is null ? [] : [coding], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task StyleSheet_OverTheWire_IsSmall()
    {
        await using var site = await PatternSite.StartAsync();

        using var answer = await GetAsync(site, SiteAssets.StyleSheet, "br");

        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 10 * 1024);
    }

    [Fact]
    public async Task Script_OverTheWire_IsSmallAndAScript()
    {
        await using var site = await PatternSite.StartAsync();

        using var answer = await GetAsync(site, SiteAssets.Script, "br");

        Assert.Equal("text/javascript; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Equal("public, max-age=31536000, immutable", $"{answer.Headers.GetValues("Cache-Control").Single()}");
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 8 * 1024);
    }

    [Theory]
    [InlineData("/assets/0123456789abcdef/site.css")]
    [InlineData("/assets//site.css")]
    [InlineData("/assets/x/package.json")]
    public async Task Asset_OfAnOldHashOrNone_IsNotFound(string address)
    {
        await using var site = await PatternSite.StartAsync();

        using var answer = await GetAsync(site, address, "br");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("immutable", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task StyleSheet_HoldsNoIdentityOfTheGovernments()
    {
        var css = await CssAsync();

        foreach (var mark in new[] { "@font-face", "Transport", "crown", "url(", "GOV.UK", "#1d70b8" })
            Assert.DoesNotContain(mark, css, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("#14385c", css, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The style sheet takes in only what is used, so a new pattern is plain until its line is there.</summary>
    [Fact]
    public async Task EveryClassOnAPage_IsInTheStyleSheet()
    {
        await using var site = await PatternSite.StartAsync(new Visitor("Ada Quill", "Wren House", "/acting-for", "/sign-out"));
        var styled = ClassName().Matches(await CssAsync()).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in PatternSite.Pages)
        {
            using var page = await site.Http.GetAsync(new Uri(address, UriKind.Relative));
            used.UnionWith(new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).All.SelectMany(element => element.ClassList));
        }

        Assert.NotEmpty(used);
        Assert.Empty(used.Except(styled, StringComparer.Ordinal).Except(Unstyled, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static async Task<string> CssAsync()
    {
        await using var site = await PatternSite.StartAsync();
        using var answer = await GetAsync(site, SiteAssets.StyleSheet, null);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> GetAsync(PatternSite site, string address, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await site.Http.SendAsync(request);
    }

    private static async Task<byte[]> UnpackAsync(HttpResponseMessage answer, string? coding)
    {
        await using var sent = await answer.Content.ReadAsStreamAsync();
        await using var plain = coding switch { "br" => new BrotliStream(sent, CompressionMode.Decompress), "gzip" => new GZipStream(sent, CompressionMode.Decompress), _ => sent };
        using var bytes = new MemoryStream();
        await plain.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex(@"\.([a-zA-Z][\w-]*)")]
    private static partial Regex ClassName();
}
