using System.Text.Json;
using Microsoft.Playwright;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>What has the keyboard's attention.</summary>
/// <param name="Tag">Such as <c>INPUT</c>; <c>BODY</c> where nothing has it.</param>
/// <param name="Text">What a link or button says.</param>
internal sealed record Focused(string Tag, string? Type, string? Name, string Value, bool Checked, string? Href, string Text, bool InMain);

/// <summary>Somebody who uses no mouse: every step is a key, and keys are counted.</summary>
internal sealed class Keyboard(IPage page)
{
    /// <summary>Beyond it a page has no more to reach.</summary>
    private const int MostTabs = 900;

    private const int MostLooks = 1500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    private const string Look = """
        (() => { const at = document.activeElement; return JSON.stringify({ Tag: at.tagName, Type: at.getAttribute('type'), Name: at.getAttribute('name'), Value: at.value ?? '',
          Checked: at.checked === true, Href: at.getAttribute('href'), Text: (at.textContent ?? '').trim().replace(/\s+/g, ' '), InMain: at.closest('main') !== null }); })()
        """;

    public IPage Page { get; } = page;

    /// <summary>Keys pressed so far; a letter is one.</summary>
    public int Keys { get; private set; }

    public async Task PressAsync(string key)
    {
        await Page.Keyboard.PressAsync(key);
        Keys++;
    }

    /// <summary>Puts a text into the box that has the focus, in place of what stood there.</summary>
    public async Task TypeAsync(string text)
    {
        await PressAsync("Control+A");
        if (text.Length > 0)
            await Page.Keyboard.InsertTextAsync(text);
        else
            await Page.Keyboard.PressAsync("Delete");
        Keys += Math.Max(1, text.Length);
    }

    public async Task<Focused> FocusedAsync() => JsonSerializer.Deserialize<Focused>(await Page.EvaluateAsync<string>(Look))!;

    public async Task<Focused> TabAsync()
    {
        await PressAsync("Tab");
        return await FocusedAsync();
    }

    /// <summary>Tabs on to the first thing that is wanted.</summary>
    public async Task<Focused> TabToAsync(Func<Focused, bool> wanted, string what)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
            if (await TabAsync() is var at && wanted(at))
                return at;
        throw new InvalidOperationException($"The keyboard never reaches {what} at {Page.Url}: {await Page.Locator("main").InnerTextAsync()}");
    }

    /// <summary>Tabs to a link or button and presses Enter; the next page is there afterwards.</summary>
    public async Task FollowAsync(Func<Focused, bool> wanted, string what)
    {
        await TabToAsync(wanted, what);
        await EnterAsync();
    }

    /// <summary>Follows a link by its address.</summary>
    public Task FollowAsync(string address) => FollowAsync(at => at.Tag == "A" && at.Href == address, $"a link to {address}");

    public Task PushAsync(string text) => FollowAsync(at => (at.Tag is "BUTTON" || at.Href is not null) && at.InMain && at.Text.StartsWith(text, StringComparison.Ordinal), $"“{text}”");

    /// <summary>Presses Enter on what leads on, and waits until another page is there, whole.</summary>
    public async Task EnterAsync()
    {
        var from = Page.Url;
        await Page.EvaluateAsync("globalThis.leaving = true");
        await PressAsync("Enter");
        for (var looks = 0; !await IsThereAsync(); looks++)
        {
            Assert.True(looks < MostLooks, $"Enter led nowhere from {from}.");
            await Task.Delay(LookEvery);
        }
    }

    /// <summary>False also while the browser is between two pages.</summary>
    private async Task<bool> IsThereAsync()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("globalThis.leaving !== true && document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }
}
