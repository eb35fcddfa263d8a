using System.Globalization;
using Microsoft.Playwright;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Web.Pages.Forms;
using MonitoringReturns.Web.Pages.Programmes;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>What people do with a programme's form, by keyboard.</summary>
internal static class FormSteps
{
    /// <summary>Comes on another day, to the start page.</summary>
    public static async Task ComeAsync(this Visitor visitor, DateOnly day)
    {
        visitor.Now = FormStory.Noon(day);
        await visitor.Page.GotoAsync("/home");
    }

    /// <summary>From the officer's start page to the page on which the next version is made.</summary>
    public static async Task FindEditorAsync(this Visitor officer, FormStory story)
    {
        await officer.FollowAsync(ProgrammeAddresses.List, "programmes");
        // A programme that is being set up has no other page yet.
        var (programme, setup) = (ProgrammeAddresses.Programme(story.Id), ProgrammeAddresses.SetUp(story.Id));
        await officer.Keyboard.FollowAsync(at => at.Href == programme || at.Href == setup, "the programme");
        if (!officer.Page.Url.EndsWith(setup, StringComparison.Ordinal))
            await officer.Keyboard.FollowAsync(setup);
        await officer.LookAsync("setup");
        await officer.FollowAsync(ProgrammeAddresses.Form(story.Id), "form-front");
    }

    /// <summary>From the officer's start page to the pages about the form, which both sides read.</summary>
    public static async Task FindFormAsync(this Visitor officer, FormStory story)
    {
        await officer.Keyboard.FollowAsync(ProgrammeAddresses.List);
        await officer.Keyboard.FollowAsync(ProgrammeAddresses.Programme(story.Id));
        await officer.Keyboard.FollowAsync(ProgrammeAddresses.SetUp(story.Id));
        await officer.FollowAsync(FormAddresses.Form(story.Id), "form");
    }

    /// <summary>Follows a link to a page with a form, and fills it in.</summary>
    public static async Task ChangeAsync(this Visitor visitor, string address, string button, string what, params IReadOnlyList<(string Name, string Text)> boxes)
    {
        await visitor.FollowAsync(address, what);
        await visitor.FillInAsync(button, what + "-done", boxes);
    }

    /// <summary>Sends a whole document, on the page for it.</summary>
    public static async Task UploadAsync(this Visitor officer, FormDocument document, string button, string what)
    {
        await officer.Page.Locator("#document").SetInputFilesAsync(new FilePayload { Name = "form.json", MimeType = "application/json", Buffer = document.ToJson() });
        await officer.PushAsync(button, what);
    }

    /// <summary>Fills in the reasons that the announcing page asks for, and the first period; and who imposes it, where somebody does.</summary>
    public static async Task AnnounceAsync(this Visitor officer, string what, string from, IReadOnlyList<string> reasons, (string By, string Why)? imposed = null)
    {
        var boxes = reasons.Select((reason, place) => (string.Create(CultureInfo.InvariantCulture, $"reason-{place + 1}"), reason)).Append(("from", from)).ToList();
        if (imposed is var (by, why))
        {
            await officer.Keyboard.TabToAsync(at => at.Tag == "SUMMARY" && at.InMain, "who imposes it");
            await officer.Keyboard.PressAsync("Enter");
            boxes.AddRange([("imposed-by", by), ("imposed-why", why)]);
        }
        await officer.FillInAsync("Announce it now", what, boxes);
    }

    /// <summary>How many reasons the announcing page asks for.</summary>
    public static Task<int> ReasonsAsync(this Visitor officer) => officer.Page.Locator("textarea[name^='reason-']").CountAsync();

    /// <summary>The error summary is the first thing that the keyboard comes to in the page's content, and leads to the box that it is about.</summary>
    public static async Task IsToldAsync(this Visitor visitor, string sentence, string box)
    {
        Assert.StartsWith("Error:", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal([sentence], (await visitor.Page.Locator(".govuk-error-summary__list li").AllInnerTextsAsync()).Select(one => one.Trim()));
        await visitor.SkipAsync();
        var first = await visitor.Keyboard.TabAsync();
        Assert.Equal((sentence, $"#{box}"), (first.Text, first.Href));
        await visitor.Keyboard.PressAsync("Enter");
        Assert.Equal(box, await visitor.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    /// <summary>The first thing that the keyboard comes to leads past all that every page begins with.</summary>
    public static async Task SkipAsync(this Visitor visitor)
    {
        await visitor.Page.EvaluateAsync("() => { document.activeElement?.blur(); getSelection()?.removeAllRanges(); scrollTo(0, 0) }");
        await visitor.Page.Locator("body").EvaluateAsync("body => { body.tabIndex = -1; body.focus(); body.removeAttribute('tabindex') }");
        var first = await visitor.Keyboard.TabAsync();
        Assert.Equal("#main-content", first.Href);
        await visitor.Keyboard.PressAsync("Enter");
    }

    public static async Task SaysAsync(this Visitor visitor, params IReadOnlyList<string> sentences)
    {
        var words = string.Join(' ', (await visitor.WordsAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(sentences, one => Assert.Contains(one, words, StringComparison.Ordinal));
    }
}
