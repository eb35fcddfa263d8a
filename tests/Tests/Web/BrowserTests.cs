using Microsoft.Playwright;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Web;

namespace MonitoringReturns.Tests.Web;

/// <summary>Layout and patterns in a real browser: what axe finds, what a narrow screen makes of them, and whether the policy lets all of it through.</summary>
public sealed class BrowserTests(Browser browser)
{
    private static readonly Visitor Ada = new("Ada Quill", "Wren House Community Association", "/acting-for", "/sign-out");

    public static TheoryData<string> Pages => [.. PatternSite.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InABrowser_HasNoFaultsAndFitsNarrowScreens(string address)
    {
        await using var site = await PatternSite.StartAsync(Ada);
        foreach (var (javaScript, width) in new[] { (true, Browser.Desktop), (false, Browser.Desktop), (true, Browser.Narrow) })
        {
            var page = await browser.VisitAsync(javaScript, width, site.Address);
            var said = new List<string>();
            page.Console += (_, message) => said.Add(message.Text);
            await page.GotoAsync(address);

            if (javaScript)
            {
                Assert.Empty(await Browser.FaultsAsync(page));
                Assert.Empty(await Browser.CutOffWhenSpacedAsync(page));
            }
            Assert.False(await Browser.ScrollsSidewaysAsync(page), $"{address} scrolls sideways at {width} pixels.");
            // The browser itself notes that a page came with an error status.
            Assert.DoesNotContain(said, line => !line.StartsWith("Failed to load resource", StringComparison.Ordinal));
            await Browser.PictureAsync(page, $"{(address == "/" ? "front" : address[1..].Replace('/', '-'))}-{width}");
            await page.Context.DisposeAsync();
        }
    }

    [Fact]
    public async Task Look_AtAFaultyPage_FindsItsFaults()
    {
        var page = await browser.VisitAsync();
        await page.SetContentAsync("<title>Faulty</title><main><h1>Faulty</h1><img src='x.png'><input><p style='color:#ccc;background:#fff'>Pale</p><div style='width:3000px'>Wide</div></main>");

        var faults = await Browser.FaultsAsync(page);

        Assert.All((string[])["html-has-lang", "image-alt", "label", "color-contrast"], rule => Assert.Contains(faults, fault => fault.StartsWith(rule + ": ", StringComparison.Ordinal)));
        Assert.True(await Browser.ScrollsSidewaysAsync(page));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task StyleSheet_InABrowser_GivesOurColourAndTheSystemsFont()
    {
        await using var site = await PatternSite.StartAsync();
        var page = await browser.VisitAsync(javaScript: false, address: site.Address);
        await page.GotoAsync("/");

        Assert.Equal("rgb(20, 56, 92)", await page.Locator("header").EvaluateAsync<string>("header => getComputedStyle(header).backgroundColor"));
        Assert.StartsWith("system-ui", await page.Locator("h1").EvaluateAsync<string>("heading => getComputedStyle(heading).fontFamily"), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task SkipLink_ByKeyboard_LeadsToTheContent()
    {
        await using var site = await PatternSite.StartAsync(Ada);
        var page = await browser.VisitAsync(javaScript: false, address: site.Address);
        await page.GotoAsync("/patterns");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to main content")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        Assert.Equal("Enter the person's name", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task ErrorSummary_Followed_LandsInTheBox()
    {
        await using var site = await PatternSite.StartAsync();
        var page = await browser.VisitAsync(javaScript: false, address: site.Address);
        await page.GotoAsync("/patterns");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "The month must be from 1 to 12" }).ClickAsync();

        Assert.EndsWith("#from-month", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("#from-month").EvaluateAsync<bool>("box => { const at = box.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; }"));
        await page.Context.DisposeAsync();
    }
}
