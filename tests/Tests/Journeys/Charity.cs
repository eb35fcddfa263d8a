using Microsoft.Playwright;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>Somebody of a charity at a browser, by keyboard alone: each page that comes is looked at for faults on the way.</summary>
internal sealed class Charity : IAsyncDisposable
{
    private readonly JourneyReturn _return;
    private readonly Visitor _visitor;

    private Charity(JourneyReturn filed, Visitor visitor) => (_return, _visitor) = (filed, visitor);

    public Keyboard Keyboard => _visitor.Keyboard;

    /// <inheritdoc cref="Visitor.Faults"/>
    public List<string> Faults => _visitor.Faults;

    private IPage Page => _visitor.Page;

    /// <summary>Signs in as a person does, from the front page on.</summary>
    /// <param name="pictures">Pages are pictured under this name; null: none.</param>
    public static async Task<Charity> SignInAsync(Browser browser, JourneyReturn filed, DemoPerson person, bool javaScript, int width, string? pictures = null) =>
        new(filed, await Visitor.SignInAsync(browser, new Visit(filed.Portal, javaScript, width, [], pictures), person.Name));

    /// <summary>Somebody who is there already.</summary>
    public static Charity At(JourneyReturn filed, Visitor visitor) => new(filed, visitor);

    /// <summary>From the person's own start page to the return's task list.</summary>
    public async Task FindReturnAsync()
    {
        await Keyboard.FollowAsync(ReturnAddresses.List);
        await LookAsync("returns");
        await Keyboard.FollowAsync(ReturnAddresses.Return(_return.Key));
        await LookAsync("tasks");
    }

    /// <summary>Fills in every section, one after the other, and is at the page for checking afterwards.</summary>
    public async Task FillInAsync()
    {
        await Keyboard.FollowAsync(at => at.Href?.StartsWith($"{ReturnAddresses.Return(_return.Key)}/sections/", StringComparison.Ordinal) == true, "the first section");
        for (var (saves, at) = (0, ""); Page.Url.Contains("/sections/", StringComparison.Ordinal); saves++)
        {
            Assert.True(saves < 60, $"The section at {Page.Url} can't be left: {await Page.Locator("main").InnerTextAsync()}");
            if (at != Page.Url)
                await LookAsync("section");
            at = Page.Url;
            await FillPageAsync(focused => focused is { Tag: "BUTTON", Name: Then.Name, Value: Then.Continue });
            await PictureAsync("filled");
            await Keyboard.EnterAsync();
        }
        await LookAsync("check");
    }

    /// <summary>Says in a sentence what soft checks ask for, and that the return is ready to sign.</summary>
    public async Task MakeReadyAsync()
    {
        if (await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save what you wrote" }).CountAsync() > 0)
        {
            await FillPageAsync(focused => focused.Tag == "BUTTON" && focused.Text == "Save what you wrote");
            await Keyboard.EnterAsync();
            await LookAsync("checked");
        }
        await Keyboard.PushAsync("It is ready to sign");
        await LookAsync("ready");
    }

    /// <summary>Reads the return and signs it.</summary>
    public async Task SignAsync(string role, int minutes)
    {
        await Keyboard.FollowAsync(ReturnAddresses.Sign(_return.Key));
        await LookAsync("sign");
        for (var focused = await Keyboard.TabAsync(); !(focused is { Tag: "BUTTON", InMain: true } && focused.Text.StartsWith("Sign", StringComparison.Ordinal)); focused = await Keyboard.TabAsync())
            switch (focused.Name)
            {
                case "role" when focused.Value != role:
                    await Keyboard.TypeAsync(role);
                    break;
                case "minutes" when focused.Value.Length == 0:
                    await Keyboard.TypeAsync($"{minutes}");
                    break;
                case "declare" when !focused.Checked:
                    await Keyboard.PressAsync("Space");
                    break;
            }
        await Keyboard.EnterAsync();
        await LookAsync("signed");
    }

    public ValueTask DisposeAsync() => _visitor.DisposeAsync();

    /// <summary>Goes through a page from its beginning to a button, and puts into each box what the return says there.</summary>
    private async Task FillPageAsync(Func<Focused, bool> end)
    {
        for (var tabs = 0; ; tabs++)
        {
            Assert.True(tabs < 1200, $"The page at {Page.Url} has no end.");
            var focused = await Keyboard.TabAsync();
            if (end(focused))
                return;
            if (focused is { InMain: true, Name: { } name })
                await FillAsync(focused, name);
        }
    }

    private async Task FillAsync(Focused focused, string name)
    {
        var says = _return.Boxes[name].ToList();
        switch (focused)
        {
            case { Tag: "INPUT", Type: "radio" } when says is [var chosen]:
                for (var moves = 0; focused.Value != chosen; moves++)
                {
                    Assert.True(moves < 50, $"There is no choice “{chosen}” of {name}.");
                    await Keyboard.PressAsync("ArrowDown");
                    focused = await Keyboard.FocusedAsync();
                }
                if (!focused.Checked)
                    await Keyboard.PressAsync("Space");
                break;
            case { Tag: "INPUT", Type: "checkbox", Checked: false } when name == Then.CarriedOver || says.Contains(focused.Value, StringComparer.Ordinal):
                await Keyboard.PressAsync("Space");
                break;
            case { Tag: "INPUT", Type: "text" } or { Tag: "TEXTAREA" }:
                var text = says.Count > 0 ? says[0] : name.EndsWith("/comment", StringComparison.Ordinal) && focused.Value.Length == 0 ? "It is as we counted it." : "";
                if (text.ReplaceLineEndings("\n") != focused.Value)
                    await Keyboard.TypeAsync(text);
                break;
            case { Tag: "BUTTON", Value: var pressed } when pressed.StartsWith(Then.Add, StringComparison.Ordinal) && await NeedsRowAsync(pressed[Then.Add.Length..]):
                await Keyboard.EnterAsync();
                // The browser goes to the new row by itself.
                if (await Keyboard.FocusedAsync() is { InMain: true, Name: { } first } there)
                    await FillAsync(there, first);
                break;
        }
    }

    /// <summary>Whether the return has more rows of a group than the page shows.</summary>
    private async Task<bool> NeedsRowAsync(string group)
    {
        var has = ((RepeatingGroupQuestion)_return.Version.Question(Identifier.Parse<QuestionId>(group))).TypedRows(TypedBoxes.Of(_return.Boxes.SelectMany(named => named.Select(text => new Box(named.Key, text)))), group);
        return has > await Page.Locator($"[data-group='{group}'] [data-group-row]").CountAsync();
    }

    private Task LookAsync(string what) => _visitor.LookAsync(what);

    private Task PictureAsync(string what) => _visitor.PictureAsync(what);
}
