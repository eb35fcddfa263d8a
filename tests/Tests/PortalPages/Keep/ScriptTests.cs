using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Keep;

/// <summary>What the script does for somebody who fills in a section, in the real Chromium.</summary>
public sealed class ScriptTests(PagesFixture fixture, Browser browser)
{
    private const int Minute = 60_000;

    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 45_000 };

    [Fact(Timeout = 4 * Minute)]
    public async Task Browser_KilledMidPage_LosesNothingThatWasTypedSecondsBefore()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var page = await OpenAsync(test, test.Preparer);
        await page.FillAsync("[name=helped]", "42");
        await page.FillAsync("[name=story]", "A group began.");
        await page.CheckAsync("[name=partner][value=yes]");
        await page.FillAsync("[name='help/food/number']", "7");
        await SavedAsync(page);
        await page.Context.DisposeAsync();

        var again = await OpenAsync(test, test.Preparer);
        await Assertions.Expect(again.Locator("[name=helped]")).ToHaveValueAsync("42");
        await Assertions.Expect(again.Locator("[name=story]")).ToHaveValueAsync("A group began.");
        await Assertions.Expect(again.Locator("[name=partner][value=yes]")).ToBeCheckedAsync();
        await Assertions.Expect(again.Locator("[name='help/food/number']")).ToHaveValueAsync("7");
        // The same page goes on saving, each save on the one before.
        await again.FillAsync("[name=helped]", "43");
        await SavedAsync(again);
        await again.FillAsync("[name=helped]", "44");
        await again.ClickAsync("button:not([aria-hidden]):text-is('Save and continue')");
        await NextPageAsync(again);
        Assert.Equal("44", await test.SavedAsync("helped"));
        await again.Context.DisposeAsync();
    }

    [Fact(Timeout = 4 * Minute)]
    public async Task Typing_InATable_AddsUpAgreesAndMovesLikeASpreadsheet()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var page = await OpenAsync(test, test.Preparer);
        var agreement = page.Locator("[data-agreement]");
        await page.FillAsync("[name=helped]", "12");
        await page.FocusAsync("[name='help/food/number']");
        await page.Keyboard.TypeAsync("5");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.TypeAsync("6");
        await Assertions.Expect(page.Locator("[data-total=number]")).ToHaveTextAsync("11");
        await Assertions.Expect(agreement).ToHaveClassAsync(new Regex("differs"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("1");
        await Assertions.Expect(page.Locator("[name='help/other/number']")).ToHaveValueAsync("1");
        await Assertions.Expect(agreement).ToHaveClassAsync(new Regex("holds"));
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.TypeAsync("1,250.5");
        await Assertions.Expect(page.Locator("[data-total=value]")).ToHaveTextAsync("£1,250.50");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("[name='help/fuel/value']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("[name='help/fuel/number']")).ToBeFocusedAsync();
        // Tab is the browser's own: out of the table at its end.
        await page.FocusAsync("[name='help/other/value']");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[data-table] :focus")).ToHaveCountAsync(0);
        await page.Context.DisposeAsync();
    }

    [Fact(Timeout = 4 * Minute)]
    public async Task Typing_AText_CountsItsWordsAndConditionsShowWhatIsAsked()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var page = await OpenAsync(test, test.Preparer);
        await Assertions.Expect(page.Locator(".portal-count")).ToHaveTextAsync("You have 20 words left");
        await page.FillAsync("[name=story]", string.Join(' ', Enumerable.Repeat("word", 21)));
        await Assertions.Expect(page.Locator(".portal-count")).ToHaveTextAsync("You have 1 word too many");
        await Assertions.Expect(page.Locator(".govuk-visually-hidden[role=status]")).ToHaveTextAsync("You have 1 word too many");
        var which = page.Locator("[data-question=which]");
        await Assertions.Expect(which).ToBeHiddenAsync();
        await page.CheckAsync("[name=partner][value=yes]");
        await Assertions.Expect(which).ToBeVisibleAsync();
        // What can't be kept is said, and holds nothing else up.
        await page.FillAsync("[name=new]", "many");
        await page.FillAsync("[name=helped]", "3");
        await Assertions.Expect(page.Locator(".portal-status")).ToContainTextAsync("Not saved yet", Patiently);
        await page.Context.DisposeAsync();
        Assert.Equal("3", await test.SavedAsync("helped"));
    }

    [Fact(Timeout = 4 * Minute)]
    public async Task Pasting_ABlockFromASpreadsheet_FillsWhatFitsAndCanBeUndone()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var page = await OpenAsync(test, test.Preparer);
        await page.FillAsync("[name='help/fuel/number']", "1");
        await PasteAsync(page, "[name='help/fuel/number']", "1,200\t£3,400.50\textra\r\nnone\t5\r\n9\t9\r\n");
        await Assertions.Expect(page.Locator("[name='help/fuel/number']")).ToHaveValueAsync("1200");
        await Assertions.Expect(page.Locator("[name='help/fuel/value']")).ToHaveValueAsync("3400.50");
        await Assertions.Expect(page.Locator("[name='help/other/value']")).ToHaveValueAsync("5");
        await Assertions.Expect(page.Locator("[name='help/other/number']")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("[data-total=value]")).ToHaveTextAsync("£3,405.50");
        await Assertions.Expect(page.Locator(".portal-pasted")).ToContainTextAsync("3 cells were filled. 4 did not fit: “extra”, “none”, “9”, “9”.");
        Assert.Empty(await Browser.FaultsAsync(page));
        await Browser.PictureAsync(page, "section-pasted");
        await page.ClickAsync(".portal-pasted button");
        await Assertions.Expect(page.Locator("[name='help/fuel/number']")).ToHaveValueAsync("1");
        await Assertions.Expect(page.Locator("[name='help/fuel/value']")).ToHaveValueAsync("");
        await PasteAsync(page, "[name='help/food/number']", "a word");
        await Assertions.Expect(page.Locator("[name='help/food/number']")).ToHaveValueAsync("");
        await page.Context.DisposeAsync();
    }

    [Fact(Timeout = 5 * Minute)]
    public async Task Storage_AwayForTwentySeconds_IsToldAndNothingIsLost()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var (app, storage) = await test.InstanceAsync();
        await using var _ = app;
        var page = await OpenAsync(test, test.Preparer, new Uri($"http://localhost:{app.Address.Port}"));
        storage.State = StorageState.Refusing;
        await page.FillAsync("[name=helped]", "42");
        await Assertions.Expect(page.Locator(".portal-status")).ToContainTextAsync("Not saved since", Patiently);
        await Browser.PictureAsync(page, "section-not-saved");
        // By hand, meanwhile: the list, and one press.
        await page.FillAsync("[name=new]", "5");
        await page.ClickAsync("button:not([aria-hidden]):text-is('Save and continue')");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Your answers are not saved yet", Patiently);
        Assert.Empty(await Browser.FaultsAsync(page));
        await Browser.PictureAsync(page, "not-saved");
        await Task.Delay(TimeSpan.FromSeconds(20));
        storage.State = StorageState.There;
        await page.ClickAsync("button:not([aria-hidden]):text-is('Try again')");
        await NextPageAsync(page);
        Assert.Equal(("42", "5"), (await test.SavedAsync("helped"), await test.SavedAsync("new")));

        await page.GotoAsync($"http://localhost:{app.Address.Port}{test.Address}");
        storage.State = StorageState.Refusing;
        await page.FillAsync("[name=helped]", "43");
        await Assertions.Expect(page.Locator(".portal-status")).ToContainTextAsync("Not saved since", Patiently);
        storage.State = StorageState.There;
        await SavedAsync(page);
        Assert.Equal("43", await test.SavedAsync("helped"));
        await page.Context.DisposeAsync();
    }

    [Fact(Timeout = 5 * Minute)]
    public async Task Answers_NotSavedWhenThePageWent_AreOfferedBackInTheSameTab()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var (app, storage) = await test.InstanceAsync();
        await using var _ = app;
        var page = await OpenAsync(test, test.Preparer, new Uri($"http://localhost:{app.Address.Port}"));
        storage.State = StorageState.Refusing;
        await page.FillAsync("[name=helped]", "42");
        await Assertions.Expect(page.Locator(".portal-status")).ToContainTextAsync("Not saved since", Patiently);
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        // As after a crash: the page goes without a word, so nothing is saved on leaving.
        await page.RouteAsync("**/sections/**", async route => await (route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync()));
        storage.State = StorageState.There;
        await page.ReloadAsync();
        await page.UnrouteAsync("**/sections/**");
        await Assertions.Expect(page.Locator("[name=helped]")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator(".portal-offer")).ToContainTextAsync("We found answers in this browser that were not saved.");
        Assert.Empty(await Browser.FaultsAsync(page));
        await Browser.PictureAsync(page, "section-offer");
        await page.ClickAsync("button:not([aria-hidden]):text-is('Put them back')");
        await Assertions.Expect(page.Locator("[name=helped]")).ToHaveValueAsync("42");
        await SavedAsync(page);
        Assert.Equal("42", await test.SavedAsync("helped"));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".portal-offer")).ToHaveCountAsync(0);
        await page.Context.DisposeAsync();
    }

    [Theory(Timeout = 5 * Minute)]
    [InlineData(true, Browser.Desktop)]
    [InlineData(false, Browser.Narrow)]
    public async Task Session_EndedMidPage_KeepsTheAnswersOverSignIn(bool javaScript, int width)
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var page = await OpenAsync(test, test.Preparer, javaScript: javaScript, width: width);
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "__Host-session" });
        await page.FillAsync("[name=helped]", "42");
        if (javaScript)
            await Assertions.Expect(page.Locator(".portal-status")).ToContainTextAsync("You have been signed out.", Patiently);
        await page.ClickAsync("button:not([aria-hidden]):text-is('Save and continue')");
        await SignInAsync(page, test.Preparer);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("We kept your answers", Patiently);
        await Browser.PictureAsync(page, $"kept-{width}");
        if (javaScript)
            Assert.Empty(await Browser.FaultsAsync(page));
        await page.ClickAsync("button:not([aria-hidden]):text-is('Save these answers')");
        await NextPageAsync(page);
        Assert.Equal("42", await test.SavedAsync("helped"));
        await page.Context.DisposeAsync();
    }

    [Fact(Timeout = 6 * Minute)]
    public async Task TwoBrowsers_InOneDraft_MergeAndAskByHand()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var (colleague, _) = await test.ColleagueAsync();
        foreach (var width in new[] { Browser.Desktop, Browser.Narrow })
        {
            var (mine, theirs) = (await OpenAsync(test, test.Preparer, width: width), await OpenAsync(test, colleague));
            await theirs.FillAsync("[name=helped]", $"4{width}");
            await theirs.FillAsync("[name='help/food/number']", $"1{width}");
            await theirs.FillAsync("[name='help/food/value']", $"2{width}");
            await SavedAsync(theirs);
            await mine.FillAsync("[name='help/fuel/number']", $"3{width}");
            await SavedAsync(mine);
            Assert.Equal($$$"""{"food":{"number":1{{{width}}},"value":2{{{width}}}},"fuel":{"number":3{{{width}}}}}""", await test.SavedAsync("help"));
            await mine.FillAsync("[name=helped]", $"5{width}");
            await mine.FillAsync("[name='help/food/number']", $"6{width}");
            await Assertions.Expect(mine.Locator(".portal-status")).ToContainTextAsync("Somebody else changed", Patiently);
            await mine.ClickAsync("button:not([aria-hidden]):text-is('Save and continue')");
            await Assertions.Expect(mine.Locator(".govuk-error-summary")).ToBeVisibleAsync();
            Assert.Empty(await Browser.FaultsAsync(mine));
            Assert.False(await Browser.ScrollsSidewaysAsync(mine));
            await Browser.PictureAsync(mine, $"conflict-{width}");
            await mine.CheckAsync("[name='helped/keep'][value=mine]");
            await mine.CheckAsync("[name='help/food/number/keep'][value=theirs]");
            await mine.ClickAsync("button:not([aria-hidden]):text-is('Save and continue')");
            await NextPageAsync(mine);
            Assert.Equal($"5{width}", await test.SavedAsync("helped"));
            Assert.Equal($$$"""{"food":{"number":1{{{width}}},"value":2{{{width}}}},"fuel":{"number":3{{{width}}}}}""", await test.SavedAsync("help"));
            await mine.Context.DisposeAsync();
            await theirs.Context.DisposeAsync();
        }
    }

    private async Task<IPage> OpenAsync(KeepCase test, DemoPerson person, Uri? instance = null, bool javaScript = true, int width = Browser.Desktop)
    {
        var page = await browser.VisitAsync(javaScript, width, await fixture.AddressAsync());
        await page.GotoAsync("/sign-in?next=/home");
        await SignInAsync(page, person);
        await page.GotoAsync(instance is null ? test.Address : new Uri(instance, test.Address).AbsoluteUri);
        return page;
    }

    private static async Task SignInAsync(IPage page, DemoPerson person)
    {
        await page.GetByText(PagesFixture.SignInName).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = person.Name, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".portal-visitor__person")).ToHaveTextAsync($"Signed in as {person.Name}");
    }

    private static Task NextPageAsync(IPage page) => Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Afterwards", Patiently);

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator(".portal-status")).ToContainTextAsync("Saved at", Patiently);

    private static Task PasteAsync(IPage page, string box, string text) => page.Locator(box).EvaluateAsync(
        """
        (box, text) => {
          box.focus();
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        text);
}
