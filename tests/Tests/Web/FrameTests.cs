using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Assets;
using MonitoringReturns.Web.Layout;

namespace MonitoringReturns.Tests.Web;

/// <summary>What stands around every page.</summary>
public sealed class FrameTests
{
    private static readonly Visitor Ada = new("Ada <Quill>", "Wren House & Friends", "/acting-for", "/sign-out");

    [Theory]
    [InlineData("Members", false, "Members - Monitoring Returns")]
    [InlineData("Members", true, "Error: Members - Monitoring Returns")]
    [InlineData(null, false, "Monitoring Returns")]
    public async Task Title_OfAPage_SaysWhatItIsAndWhetherItFailed(string? title, bool invalid, string expected) =>
        Assert.Equal(expected, (await FrameAsync(null, ("Title", title), ("Invalid", invalid))).Title);

    [Fact]
    public async Task Frame_ForNobody_HasNamesSkipLinkAndMain()
    {
        var page = await FrameAsync(null);

        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("CSS1Compat", page.CompatMode);
        Assert.Equal("#main-content", page.Body!.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Content", page.QuerySelector("main#main-content")!.TextContent.Trim());
        Assert.Equal("North Vale funders", page.QuerySelector("header span")!.TextContent);
        Assert.Equal(SiteAssets.StyleSheet, page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("nav, form, meta[http-equiv]"));
        Assert.DoesNotContain("GOV.UK", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frame_ForAVisitor_SaysWhoAndForWhomAndHowToLeave()
    {
        var page = await FrameAsync(Ada);

        var account = page.QuerySelector("nav")!;
        Assert.Contains("Signed in as Ada <Quill>", account.TextContent, StringComparison.Ordinal);
        Assert.Equal("Wren House & Friends", account.QuerySelector("strong")!.TextContent);
        Assert.Contains("Acting for Wren House & Friends Change", account.TextContent, StringComparison.Ordinal);
        var change = account.QuerySelector("a")!;
        Assert.Equal(("/acting-for", "Change the organisation you act for"), (change.GetAttribute("href"), change.TextContent));
        var leave = (IHtmlFormElement)account.QuerySelector("form")!;
        Assert.Equal(("post", "/sign-out"), (leave.Method, leave.GetAttribute("action")));
        Assert.Equal("token-value", leave.QuerySelector("input[name=token-field]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Frame_ForAVisitorOfOneOrganisation_OffersNoChange()
    {
        Assert.Null((await FrameAsync(Ada with { ChangeAddress = null })).QuerySelector("nav a"));
        Assert.Null((await FrameAsync(Ada with { Organisation = null })).QuerySelector("nav strong"));
    }

    [Fact]
    public async Task Frame_ThatMovesOn_SaysWhenAndWhere() =>
        Assert.Equal("1500;url=/still-there", (await FrameAsync(null, ("MovesOn", new Move(TimeSpan.FromMinutes(25), "/still-there")))).QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));

    [Fact]
    public async Task Frame_WithSomethingBefore_PutsItOutsideMain()
    {
        var page = await FrameAsync(null, ("Before", Shown.Text("Back")), ("Wide", true));

        Assert.DoesNotContain("Back", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Back", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".govuk-grid-row"));
    }

    private static Task<IHtmlDocument> FrameAsync(Visitor? visitor, params (string Name, object? Value)[] parameters) =>
        Shown.OfAsync(
            typeof(Frame), parameters.Append(("ChildContent", Shown.Text("Content"))).ToDictionary(parameter => parameter.Item1, parameter => parameter.Item2, StringComparer.Ordinal),
            Shown.Surroundings with { Visitor = visitor });
}
