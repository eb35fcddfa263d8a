using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Keep;

/// <summary>What is sent after the session's end is kept for the same person and nobody else.</summary>
public sealed class ExpiredSessionTests(PagesFixture fixture)
{
    private const string SessionCookie = "__Host-session";

    [Fact]
    public async Task Post_AfterTheSessionExpired_IsKeptAndSavedAfterSignIn()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var form = (await test.FormAsync()).With("helped", "42").With("story", "A group began.").With("partner", "yes").With("help/food/value", "£1,250.50");
        test.Browser.Now = DateTimeOffset.UtcNow.AddMinutes(31);

        var kept = await KeptAddressAsync(form);
        test.Browser.Now = null;
        await SignInAgainAsync(test, kept);
        var page = await test.Browser.PageAsync(kept);

        Assert.Equal("We kept your answers", page.Heading());
        Assert.Equal(
            [("People helped", "42"), ("A story", "A group began."), ("With a partner", "Yes"), ("Help given: Food, Value", "£1,250.50")], TypedOn(page));
        Assert.Contains("People and help, A small programme, April to June 2026", page.MainWords(), StringComparison.Ordinal);
        Assert.Null(await test.SavedAsync("helped"));
        await FilledForm.On(test.Browser, page, test.Address).SendAndFollowAsync();
        Assert.Equal("42", await test.SavedAsync("helped"));
        Assert.Equal("\"A group began.\"", await test.SavedAsync("story"));
        Assert.Equal("""{"food":{"value":1250.5}}""", await test.SavedAsync("help"));
        await NothingKeptAsync(test.Browser, kept);
    }

    [Fact]
    public async Task KeptPost_WithSomethingWrong_ComesBackAsThePageAndStaysKept()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var kept = await ExpireAsync(test, form => form.With("helped", "many").With("new", "3"));
        await SignInAgainAsync(test, kept);
        var (status, page) = await FilledForm.On(test.Browser, await test.Browser.PageAsync(kept), test.Address).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("many", page.QuerySelector<IHtmlInputElement>("[name=helped]")!.Value);
        Assert.Equal("3", await test.SavedAsync("new"));
        Assert.Equal("We kept your answers", (await test.Browser.PageAsync(kept)).Heading());
    }

    [Fact]
    public async Task KeptPost_ForAnotherPerson_IsNotThere()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var kept = await ExpireAsync(test, form => form.With("helped", "42"));
        var (_, other) = await test.ColleagueAsync();
        await NothingKeptAsync(other, kept);
        await SignInAgainAsync(test, kept);
        Assert.Equal("We kept your answers", (await test.Browser.PageAsync(kept)).Heading());
    }

    [Fact]
    public async Task KeptPost_Discarded_IsGone()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var kept = await ExpireAsync(test, form => form.With("helped", "42"));
        await SignInAgainAsync(test, kept);
        await FilledForm.On(test.Browser, await test.Browser.PageAsync(kept), kept + "/discard").SendAndFollowAsync();
        await NothingKeptAsync(test.Browser, kept);
        Assert.Null(await test.SavedAsync("helped"));
    }

    [Fact]
    public async Task KeptPost_SentTwice_ChangesNothingTheSecondTime()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var kept = await ExpireAsync(test, form => form.With("helped", "42"));
        await SignInAgainAsync(test, kept);
        var again = FilledForm.On(test.Browser, await test.Browser.PageAsync(kept), test.Address);
        await again.SendAndFollowAsync();
        await (await test.FormAsync()).With("helped", "43").SendAndFollowAsync();
        var (status, _) = await again.SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("43", await test.SavedAsync("helped"));
    }

    [Fact]
    public async Task Post_WithATokenThatIsForgedOrOfAnotherPlaceOrTooLarge_IsNotKept()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var (forged, none, large) = (await test.FormAsync(), await test.FormAsync(), await test.FormAsync());
        var elsewhere = await TokenAsync(test, test.Return + "/sections/after");
        test.Browser.Cookies.Remove(SessionCookie);
        var before = await test.KeptAsync();
        foreach (var form in new[] { forged.With("keep-token", "CfDJ8forged"), none.With("keep-token"), large.With("story", new string('a', 1_100_000)) })
        {
            using var answer = await form.SendAsync();
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        using var toAnother = await forged.With("keep-token", elsewhere).SendAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, toAnother.StatusCode);
        Assert.Equal(before, await test.KeptAsync());
    }

    [Fact]
    public async Task Post_WithAnotherPersonsToken_IsNeverTheirsWhoSentIt()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var (_, other) = await test.ColleagueAsync();
        var theirs = (await other.PageAsync(test.Address)).QuerySelector<IHtmlInputElement>("[name=keep-token]")!.Value;
        var form = (await test.FormAsync()).With("helped", "42").With("keep-token", theirs).With("form-token", "made up");
        using var refused = await form.SendAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        test.Browser.Cookies.Remove(SessionCookie);
        var kept = await KeptAddressAsync(form);
        await SignInAgainAsync(test, kept);
        await NothingKeptAsync(test.Browser, kept);
    }

    [Fact]
    public async Task Post_AfterSwitchingToAnotherOrganisation_IsKeptAndSavedForTheRightOne()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var second = await fixture.NewOrganisationAsync("Second House");
        await fixture.LetInAsync(second, test.Preparer, Roles.Preparer);
        var form = (await test.FormAsync()).With("helped", "42");
        using var switched = await test.Browser.SubmitAsync("/organisations/switch", "/organisations/switch", ("organisation", second.Id.Value));
        Assert.Equal(HttpStatusCode.SeeOther, switched.StatusCode);

        using var sent = await form.SendAsync();
        var kept = sent.Headers.Location!.OriginalString;
        var page = await test.Browser.PageAsync(kept);
        Assert.Contains("You answered for Group 1", page.MainWords(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Forms, one => one.GetAttribute("action") == test.Address);
        page = await FilledForm.On(test.Browser, page, "/organisations/switch").SendAndFollowAsync();
        await FilledForm.On(test.Browser, page, test.Address).SendAndFollowAsync();
        Assert.Equal("42", await test.SavedAsync("helped"));
    }

    [Fact]
    public async Task BackgroundSave_AfterTheSessionEnded_IsToldSoAndKeepsNothing()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        test.Browser.Cookies.Remove(SessionCookie);
        var before = await test.KeptAsync();
        using var answer = await test.Browser.SendAsync(
            HttpMethod.Post, test.Address, new FormUrlEncodedContent([KeyValuePair.Create("helped", "42"), KeyValuePair.Create("_background", "true")]), ("Accept", "application/json"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(before, await test.KeptAsync());
    }

    [Fact]
    public async Task KeptPost_IsFoundFromHomeAndReturns_UntilItIsDiscarded()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var kept = await ExpireAsync(test, form => form.With("helped", "42"));
        var (_, other) = await test.ColleagueAsync();
        await test.Fixture.SignInAsync(test.Preparer, "/home", test.Browser);
        foreach (var address in (string[])["/home", "/returns"])
        {
            var page = await test.Browser.PageAsync(address);
            Assert.StartsWith("What you sent on ", page.QuerySelector($"main a[href='{kept}']")?.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("signed out before", (await other.PageAsync(address)).MainWords(), StringComparison.Ordinal);
        }
        await FilledForm.On(test.Browser, await test.Browser.PageAsync(kept), kept + "/discard").SendAndFollowAsync();
        Assert.DoesNotContain("signed out before", (await test.Browser.PageAsync("/home")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsOnOtherPages_AfterTheSessionExpired_AreKeptToo()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var history = $"/history/{test.Case.Programme}/a-0001";
        var entry = (await FilledForm.OnAsync(test.Browser, history + "/entry", history + "/entry"))
            .With("past/name", "Winter").With("past/start-day", "1").With("past/start-month", "1").With("past/start-year", "2020").With("helped", "12");
        var paste = (await FilledForm.OnAsync(test.Browser, history + "/entry", history + "/paste")).With("lines", "helped,,,People,many");
        var saved = await test.Case.SaveAsync("a-0001", """{"helped":{"value":9,"basedOn":0}}""", at: DateTimeOffset.UtcNow);
        Assert.Equal(HttpStatusCode.Created, (await test.Case.SubmitAsync("a-0001", saved.Etag!, at: DateTimeOffset.UtcNow)).Status);
        var feedback = (await FilledForm.OnAsync(test.Browser, test.Return + "/feedback", test.Return + "/feedback")).With("ease", "Hard").With("change", "Leave out the table.");

        foreach (var (form, expected) in new (FilledForm, (string, string)[])[]
        {
            (entry, [("What was the period called?", "Winter"), ("First day of the period", "1 1 2020"), ("People helped", "12")]),
            (paste, [("Or the filled-in lines", "helped,,,People,many")]),
            (feedback, [("How was this return to fill in?", "Hard"), ("What should we change or leave out? (optional)", "Leave out the table.")]),
        })
        {
            test.Browser.Cookies.Remove(SessionCookie);
            var kept = await KeptAddressAsync(form);
            await SignInAgainAsync(test, kept);
            Assert.Equal(expected, TypedOn(await test.Browser.PageAsync(kept)));
            if (form == feedback)
                await FilledForm.On(test.Browser, await test.Browser.PageAsync(kept), test.Return + "/feedback").SendAndFollowAsync();
        }
        Assert.Contains("Leave out the table.", (await test.Browser.PageAsync(test.Return + "/feedback")).MainWords(), StringComparison.Ordinal);
    }

    private static async Task<string> ExpireAsync(KeepCase test, Func<FilledForm, FilledForm> fill)
    {
        var form = fill(await test.FormAsync());
        test.Browser.Cookies.Remove(SessionCookie);
        return await KeptAddressAsync(form);
    }

    private static async Task<string> KeptAddressAsync(FilledForm form)
    {
        using var answer = await form.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var address = Uri.UnescapeDataString(answer.Headers.Location!.OriginalString);
        Assert.StartsWith("/sign-in?next=/kept/", address, StringComparison.Ordinal);
        return address["/sign-in?next=".Length..];
    }

    private static async Task<string> TokenAsync(KeepCase test, string page) => (await test.Browser.PageAsync(page)).QuerySelector<IHtmlInputElement>("[name=keep-token]")!.Value;

    private static async Task SignInAgainAsync(KeepCase test, string next)
    {
        test.Browser.Cookies.Remove(SessionCookie);
        await test.Fixture.SignInAsync(test.Preparer, next, test.Browser);
    }

    private static async Task NothingKeptAsync(PortalBrowser browser, string kept)
    {
        using var answer = await browser.GetAsync(kept);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("No answers are kept here", (await PortalBrowser.PageOfAsync(answer)).Heading());
    }

    internal static (string, string)[] TypedOn(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".govuk-summary-list__row").Select(row => (ShownPage.Words(row.QuerySelector("dt")!), ShownPage.Words(row.QuerySelector("dd")!)))];
}
