using System.Net;
using AngleSharp.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Glance;

/// <summary>Notes of review meetings, which both sides of an award write and confirm.</summary>
public sealed class MeetingPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Note_WrittenByOneSide_IsConfirmedByTheOtherAndCorrectedByANewOne()
    {
        var (glance, officer, charity, address) = await SetUpAsync();
        var written = await (await FilledForm.OnAsync(officer, address)).With("on-day", "3").With("on-month", "7").With("on-year", "2026").With("agreed", "The target for new people goes down to 15.\r\nThe council lends a room.").SendAndFollowAsync();
        Assert.Contains("Note 1: meeting on 3 July 2026 Not confirmed", written.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Written by A borough council, 10 July 2026 at 1:00pm.", written.MainWords(), StringComparison.Ordinal);
        // Who wrote it can't confirm it; a co-funder reads it.
        Assert.Single(written.QuerySelectorAll("main form"));
        using (var own = await new FormOf(officer, written).PostAsync(address + "/1/confirm"))
            Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        Assert.Null((await (await glance.FunderAsync(glance.Trust)).PageAsync(address)).QuerySelector("main form"));

        var confirmed = await (await FilledForm.OnAsync(charity, address, address + "/1/confirm")).SendAndFollowAsync();
        Assert.Contains("Confirmed by both sides", confirmed.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Confirmed by Group 1, 10 July 2026 at 1:00pm.", confirmed.MainWords(), StringComparison.Ordinal);
        var corrected = await (await FilledForm.OnAsync(charity, address + "?corrects=1", address)).With("on-day", "3").With("on-month", "7").With("on-year", "2026").With("agreed", "Down to 16.").SendAndFollowAsync();
        Assert.Contains("Corrects note 1.", corrected.MainWords(), StringComparison.Ordinal);
        Assert.Contains("The target for new people goes down to 15.", corrected.MainWords(), StringComparison.Ordinal);
        Assert.Equal(["Confirmed by both sides", "Not confirmed"], (await officer.PageAsync(address)).QuerySelectorAll("main .govuk-tag").Select(ShownPage.Words));

        var record = (await officer.PageAsync($"/programmes/{glance.Test.Programme}/setup/record")).MainWords();
        foreach (var done in new[] { "Noted a review meeting on the award of Group 1", "Confirmed the note of a review meeting on the award of Group 1", "Corrected the note of a review meeting on the award of Group 1", "3 entries, each follows the one before." })
            Assert.Contains(done, record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_WrittenByBothAtOnce_AreNotLostOneUnderTheOther()
    {
        var (_, officer, charity, address) = await SetUpAsync();
        var forms = new[] { await FilledForm.OnAsync(officer, address), await FilledForm.OnAsync(charity, address) };
        var answers = await Task.WhenAll(forms.Select((form, side) => form.With("on-day", "3").With("on-month", "7").With("on-year", "2026").With("agreed", $"As side {side} says.").SendAsync()));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var told = await PortalBrowser.PageOfAsync(answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.StartsWith("Error:", told.Title, StringComparison.Ordinal);
        Assert.StartsWith("Somebody else wrote a note", Assert.Single(told.Errors()), StringComparison.Ordinal);
        Assert.Equal("3", told.QuerySelector("#on-day")!.GetAttribute("value"));
        Assert.StartsWith("As side", told.QuerySelector("textarea")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Single(told.QuerySelectorAll("main section"));
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task Note_SentByADoublePress_IsWrittenOnceAndNobodysElse()
    {
        var (_, officer, charity, address) = await SetUpAsync();
        var form = (await FilledForm.OnAsync(officer, address)).With("on-day", "3").With("on-month", "7").With("on-year", "2026").With("agreed", "The target stays.\r\nThe council lends a room.");
        await form.SendAndFollowAsync();
        Assert.Single((await form.SendAndFollowAsync()).QuerySelectorAll("main section"));
        // The other side's, or another day's, is another note.
        Assert.Equal(HttpStatusCode.Conflict, (await (await FilledForm.OnAsync(officer, address)).With("seen", "0").With("on-day", "4").With("on-month", "7").With("on-year", "2026").With("agreed", "The target stays.").SendAndReadAsync()).Status);
        Assert.Single((await charity.PageAsync(address)).QuerySelectorAll("main section"));
    }

    [Fact]
    public async Task Note_WithoutDayOrWords_OrByAnOutsider_IsNotKept()
    {
        var (_, officer, _, address) = await SetUpAsync();
        var (status, page) = await (await FilledForm.OnAsync(officer, address)).With("on-day", "31").With("on-month", "2").With("on-year", "2026").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["#on-day", "#agreed"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")));
        Assert.Equal("31", page.QuerySelector("#on-day")!.GetAttribute("value"));
        var (_, future) = await FilledForm.On(officer, page).With("on-day", "11").With("on-month", "7").With("agreed", "Soon.").SendAndReadAsync();
        Assert.Equal(["Enter a day that is not in the future."], future.Errors());
        foreach (var stranger in new[] { (await fixture.LedAsync()).Browser, (await fixture.LedAsync(Roles.LeadOfficer)).Browser })
            using (var answer = await stranger.GetAsync(address))
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("No meeting is noted yet.", (await officer.PageAsync(address)).MainWords(), StringComparison.Ordinal);
    }

    private async Task<(GlanceCase Glance, PortalBrowser Officer, PortalBrowser Charity, string Address)> SetUpAsync()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 1);
        var person = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(glance.Test.Programme, 1).Provider, person, Roles.ProviderLead);
        var charity = await fixture.SignInAsync(person);
        charity.Now = SmallCase.InTime;
        return (glance, await glance.FunderAsync(glance.Lead), charity, $"/meetings/{glance.Test.Programme}/a-0001");
    }

    /// <summary>The hidden fields of a page's form, sent somewhere else.</summary>
    private sealed class FormOf(PortalBrowser browser, IDocument page)
    {
        public Task<HttpResponseMessage> PostAsync(string address) =>
            browser.PostAsync(address, [.. page.QuerySelectorAll("main form input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))]);
    }
}
