using Microsoft.Playwright;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>How somebody comes to the portal.</summary>
/// <param name="Width">Of the screen that they work on.</param>
/// <param name="AlsoAt">Other widths at which each page is looked at.</param>
/// <param name="Pictures">Pages are pictured under this name; null: none.</param>
internal sealed record Visit(Uri Portal, bool JavaScript, int Width, IReadOnlyList<int> AlsoAt, string? Pictures = null)
{
    /// <summary>What the portal calls their way to sign in.</summary>
    public string SignIn { get; init; } = "Your organisation’s sign-in";
}

/// <summary>Somebody at a browser, by keyboard alone: each page that comes is looked at for faults on the way.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const int MostTabs = 600;

    private readonly Visit _visit;
    private int _pages;

    private Visitor(Visit visit, IPage page)
    {
        _visit = visit;
        Keyboard = new Keyboard(page);
    }

    public Keyboard Keyboard { get; }

    public IPage Page => Keyboard.Page;

    /// <summary>What is wrong with the pages seen: faults that axe finds, and scrolling sideways.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>What time the portal takes it to be; null for the real one.</summary>
    public DateTimeOffset? Now { get; set; }

    /// <summary>Signs in as a person does, from the front page on.</summary>
    public static async Task<Visitor> SignInAsync(Browser browser, Visit visit, string person)
    {
        var page = await browser.VisitAsync(visit.JavaScript, visit.Width, visit.Portal);
        var visitor = new Visitor(visit, page);
        await page.GotoAsync("/");
        await visitor.LookAsync("front");
        await visitor.PushAsync("Sign in", "provider");
        await visitor.Keyboard.PushAsync(visit.SignIn);
        await visitor.Keyboard.FollowAsync(at => at.Tag == "BUTTON" && at.Text == person, person);
        await visitor.LookAsync("home");
        return visitor;
    }

    /// <summary>As <see cref="SignInAsync(Browser, Visit, string)"/>, and is at another time from then on: cookies of another time are none to a browser.</summary>
    public static async Task<Visitor> SignInAsync(Browser browser, Visit visit, string person, DateTimeOffset now)
    {
        var visitor = await SignInAsync(browser, visit, person);
        visitor.Now = now;
        await visitor.Page.Context.RouteAsync(
            $"{visit.Portal}**", route => route.ContinueAsync(new RouteContinueOptions { Headers = [.. route.Request.Headers, KeyValuePair.Create("X-Demo-Time", visitor.Now.Value.ToString("O"))] }));
        await visitor.Page.ReloadAsync();
        return visitor;
    }

    /// <summary>Follows a link by its address and looks at the page.</summary>
    public async Task FollowAsync(string address, string what)
    {
        await Keyboard.FollowAsync(address);
        await LookAsync(what);
    }

    /// <summary>Presses a link or button by its first words and looks at the page.</summary>
    public async Task PushAsync(string text, string what)
    {
        await Keyboard.PushAsync(text);
        await LookAsync(what);
    }

    /// <summary>Types into boxes and chooses, in the order in which the keyboard comes by them, presses a button and looks at the page that comes.</summary>
    public async Task FillInAsync(string button, string what, params IReadOnlyList<(string Name, string Text)> boxes)
    {
        var left = boxes.ToDictionary(box => box.Name, box => box.Text, StringComparer.Ordinal);
        for (var tabs = 0; ; tabs++)
        {
            Assert.True(tabs < MostTabs, $"The keyboard never comes to “{button}” at {Page.Url}.");
            var at = await Keyboard.TabAsync();
            if (at is { InMain: true, Tag: "BUTTON" } && at.Text.StartsWith(button, StringComparison.Ordinal) && left.Count == 0)
                break;
            if (at is { InMain: true, Name: { } name } && left.Remove(name, out var text))
                await PutAsync(at, text);
        }
        await PictureAsync(what + "-filled");
        await Keyboard.EnterAsync();
        await LookAsync(what);
    }

    /// <summary>Fetches a file behind a link, which leads to no other page.</summary>
    public async Task<string> DownloadAsync(string address)
    {
        await Keyboard.TabToAsync(at => at.Tag == "A" && at.Href == address, $"a link to {address}");
        var download = await Page.RunAndWaitForDownloadAsync(() => Keyboard.PressAsync("Enter"));
        return await download.PathAsync();
    }

    /// <summary>Loads the page again until something is there that the portal makes by itself.</summary>
    public async Task UntilAsync(string selector)
    {
        for (var tries = 0; await Page.Locator(selector).CountAsync() == 0; tries++)
        {
            Assert.True(tries < 240, $"{selector} does not come to {Page.Url}: {await Page.Locator("main").InnerTextAsync()}");
            await Task.Delay(250);
            await Page.ReloadAsync();
        }
    }

    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>What the page's main part says.</summary>
    public Task<string> WordsAsync() => Page.Locator("main").InnerTextAsync();

    /// <summary>Looks at the page as it stands, at each width.</summary>
    public async Task LookAsync(string what)
    {
        _pages++;
        await LookAsync(what, _visit.Width);
        foreach (var width in _visit.AlsoAt)
        {
            await Page.SetViewportSizeAsync(width, 800);
            await LookAsync(what, width);
        }
        if (_visit.AlsoAt.Count > 0)
            await Page.SetViewportSizeAsync(_visit.Width, 800);
        if (await Page.TitleAsync() is var title && !title.EndsWith("Monitoring Returns", StringComparison.Ordinal))
            Faults.Add($"{Place} is called “{title}”.");
    }

    public Task PictureAsync(string what) => PictureAsync(what, _visit.Width);

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();

    private string Place => new Uri(Page.Url).AbsolutePath;

    private async Task PutAsync(Focused at, string text)
    {
        if (at is { Tag: "INPUT", Type: "radio" })
        {
            for (var moves = 0; at.Value != text; moves++)
            {
                Assert.True(moves < 50, $"There is no choice “{text}” of {at.Name}.");
                await Keyboard.PressAsync("ArrowDown");
                at = await Keyboard.FocusedAsync();
            }
            if (!at.Checked)
                await Keyboard.PressAsync("Space");
        }
        else if (at.Tag == "SELECT")
        {
            await Keyboard.PressAsync("Home");
            for (at = await Keyboard.FocusedAsync(); at.Value != text; at = await Keyboard.FocusedAsync())
            {
                var before = at.Value;
                await Keyboard.PressAsync("ArrowDown");
                Assert.True((await Keyboard.FocusedAsync()).Value != before, $"There is no choice “{text}” of {at.Name}.");
            }
        }
        else if (at is { Tag: "INPUT", Type: "checkbox" })
        {
            if (!at.Checked)
                await Keyboard.PressAsync("Space");
        }
        else
        {
            await Keyboard.TypeAsync(text);
        }
    }

    private async Task LookAsync(string what, int width)
    {
        if (await Browser.ScrollsSidewaysAsync(Page))
            Faults.Add($"{Place} scrolls sideways at {width} pixels.");
        if (_visit.JavaScript)
        {
            Faults.AddRange((await Browser.FaultsAsync(Page)).Select(fault => $"{Place}, {width}: {fault}"));
            Faults.AddRange((await Browser.CutOffWhenSpacedAsync(Page)).Select(fault => $"{Place}, {width}, text spaced: {fault}"));
        }
        await PictureAsync(what, width);
    }

    private Task PictureAsync(string what, int width) =>
        _visit.Pictures is not { } name ? Task.CompletedTask : Browser.PictureAsync(Page, _visit.AlsoAt.Count == 0 ? $"{name}-{_pages:00}-{what}" : $"{name}-{_pages:00}-{what}-{width}");
}
