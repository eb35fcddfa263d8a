using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using Membership = MonitoringReturns.Tests.Functions.Membership;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>How a session lives and ends.</summary>
public sealed class SessionTests(SignInFixture fixture)
{
    private const string Cookie = "__Host-session";

    private static readonly DateTimeOffset Noon = new(2026, 7, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Session_HalfAnHourIdle_IsOver()
    {
        var browser = await fixture.SignedInAsync(now: Noon);
        browser.Now = Noon.AddMinutes(29);
        await ExpectAsync(HttpStatusCode.OK, browser);
        browser.Now = Noon.AddMinutes(58);
        await ExpectAsync(HttpStatusCode.OK, browser);
        browser.Now = Noon.AddMinutes(58 + 31);
        await ExpectAsync(HttpStatusCode.Found, browser);
    }

    [Fact]
    public async Task Session_UsedAllDay_IsOverAfterTwelveHours()
    {
        var browser = await fixture.SignedInAsync(now: Noon);
        for (var minutes = 20; minutes < 12 * 60; minutes += 20)
        {
            browser.Now = Noon.AddMinutes(minutes);
            await ExpectAsync(HttpStatusCode.OK, browser);
        }
        browser.Now = Noon.AddHours(12);
        await ExpectAsync(HttpStatusCode.Found, browser);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionForAThiefToo_AndThenAtTheProvider()
    {
        var browser = await fixture.SignedInAsync();
        var thief = browser.Stolen();
        await ExpectAsync(HttpStatusCode.OK, thief);
        using var answer = await browser.SubmitAsync("/sessions", "/sign-out");

        var issuer = await fixture.IssuerAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith(issuer.Root + "/logout?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var asked = Parts.SignInVisit.QueryOf(answer.Headers.Location!);
        Assert.Equal(Parts.ProviderFixture.Portal + "signed-out", asked["post_logout_redirect_uri"]);
        Assert.Equal(ForgedIssuer.Client, asked["client_id"]);
        // The id token would put a name and an address into the query.
        Assert.Equal(["client_id", "post_logout_redirect_uri"], asked.Keys.Order(StringComparer.Ordinal));
        await ExpectAsync(HttpStatusCode.Found, browser);
        await ExpectAsync(HttpStatusCode.Found, thief);
    }

    [Fact]
    public async Task SignIn_OverASessionThatWasThere_StartsANewOneAndEndsTheOld()
    {
        var browser = await fixture.SignedInAsync();
        var (before, old) = (browser.Cookies[Cookie], browser.Stolen());
        using var answer = await fixture.SignInAsync(browser, Guid.NewGuid().ToString());

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.NotEqual(before, browser.Cookies[Cookie]);
        await ExpectAsync(HttpStatusCode.OK, browser);
        await ExpectAsync(HttpStatusCode.Found, old);
    }

    [Fact]
    public async Task Session_ThatSomebodyPlanted_IsNotGoneOnWith()
    {
        var attacker = await fixture.SignedInAsync();
        var victim = attacker.Stolen();
        using var answer = await fixture.SignInAsync(victim, Guid.NewGuid().ToString());

        Assert.NotEqual(attacker.Cookies[Cookie], victim.Cookies[Cookie]);
        await ExpectAsync(HttpStatusCode.Found, attacker);
    }

    [Fact]
    public async Task Cookie_ThatWasChanged_IsNone()
    {
        var browser = await fixture.SignedInAsync();
        browser.Cookies[Cookie] = browser.Cookies[Cookie][..^4] + "AAAA";
        await ExpectAsync(HttpStatusCode.Found, browser);
    }

    [Fact]
    public async Task Sessions_ListThemAll_AndEndTheOthers()
    {
        var subject = Guid.NewGuid().ToString();
        var (one, two) = (await fixture.SignedInAsync(subject), await fixture.SignedInAsync(subject));
        var page = await one.PageAsync("/sessions");
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Single(page.QuerySelectorAll("tbody th"), cell => cell.TextContent.EndsWith("(this one)", StringComparison.Ordinal));
        Assert.Contains(two.Agent, page.Body!.TextContent, StringComparison.Ordinal);

        using var answer = await one.SubmitAsync("/sessions", "/sessions/end-others");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await ExpectAsync(HttpStatusCode.OK, one);
        await ExpectAsync(HttpStatusCode.Found, two);
    }

    [Fact]
    public async Task WarningPage_DoesNotLengthenTheSession_ButItsButtonDoes()
    {
        var browser = await fixture.SignedInAsync(now: Noon);
        Assert.Equal("1500;url=/session/ending?next=%2Fsessions", (await browser.PageAsync("/sessions")).QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        browser.Now = Noon.AddMinutes(25);
        var page = await browser.PageAsync("/session/ending?next=%2Fsessions");
        Assert.Equal("300;url=/session/ended?next=%2Fsessions", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));

        var idle = browser.Stolen();
        idle.Now = Noon.AddMinutes(31);
        await ExpectAsync(HttpStatusCode.Found, idle);

        var other = await fixture.SignedInAsync(now: Noon);
        other.Now = Noon.AddMinutes(25);
        using var stayed = await other.SubmitAsync("/session/ending?next=%2Fsessions", "/session/ending");
        Assert.Equal("/sessions", stayed.Headers.Location!.OriginalString);
        other.Now = Noon.AddMinutes(54);
        await ExpectAsync(HttpStatusCode.OK, other);
    }

    [Fact]
    public async Task EndedPage_LeadsBackThroughSignIn()
    {
        var page = await (await fixture.BrowserAsync()).PageAsync("/session/ended?next=%2Fsessions");
        Assert.Equal("/sign-in?next=%2Fsessions", page.QuerySelector("main a[role=button]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Api_BySession_IsReadAndNeverChanged()
    {
        var browser = await fixture.SignedInAsync();
        using var read = await browser.GetAsync("/api/v1/programmes");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        foreach (var address in (string[])["/api/v1/returns/p/2026-Q1/a/answers", "/API/v1/returns/p/2026-Q1/a/answers"])
        {
            using var put = await browser.SendAsync(HttpMethod.Put, address, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
            (await Answer.OfAsync(put)).IsProblem(HttpStatusCode.Unauthorized, "MR2301");
        }
    }

    [Fact]
    public async Task Page_WithoutASession_LeadsToSignInAndBack()
    {
        using var answer = await (await fixture.BrowserAsync()).GetAsync("/sessions?a=b");
        Assert.Equal("/sign-in?next=%2Fsessions%3Fa%3Db", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Page_ByAnAccessToken_IsForNobody()
    {
        var issuer = await fixture.IssuerAsync();
        var app = await fixture.AppAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sessions");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + issuer.Sign(issuer.AccessClaims(), "at+jwt"));
        using var answer = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Person_OfSeveralOrganisations_ChoosesAndActsForThatOneAlone()
    {
        var subject = Guid.NewGuid().ToString();
        var (one, two) = (new NamedOrganisation(OrganisationId.Parse("GB-CHC-900011"), "Amber trust"), new NamedOrganisation(OrganisationId.Parse("GB-CHC-900012"), "Blue trust"));
        var stranger = OrganisationId.Parse("GB-CHC-900013");
        var storage = (await fixture.AppAsync()).ConnectionString;
        var issuer = await fixture.IssuerAsync();
        var person = await new PeopleStore(StorageAccount.Connect(storage)).SignInAsync(new Identity(issuer.Standard, subject), "Sam", null, Noon, default);
        await Membership.LetInAsync(storage, one, person.Id, Roles.Preparer);
        await Membership.LetInAsync(storage, two, person.Id, Roles.Signatory);

        var browser = await fixture.BrowserAsync();
        using var signedIn = await fixture.SignInAsync(browser, subject, "/sign-in/standard?next=%2Fsessions");
        Assert.Equal("/organisations/switch?next=%2Fsessions", signedIn.Headers.Location!.OriginalString);
        Assert.Equal(["Amber trust", "Blue trust"], (await browser.PageAsync("/organisations/switch")).QuerySelectorAll(".govuk-radios__label").Select(label => label.TextContent.Trim()));
        await ReadsAsync(browser, HttpStatusCode.OK, one.Id);
        await ReadsAsync(browser, HttpStatusCode.NotFound, two.Id);

        using var chosen = await browser.SubmitAsync("/organisations/switch?next=%2Fsessions", "/organisations/switch", ("organisation", two.Id.Value));
        Assert.Equal("/sessions", chosen.Headers.Location!.OriginalString);
        await ReadsAsync(browser, HttpStatusCode.NotFound, one.Id);
        await ReadsAsync(browser, HttpStatusCode.OK, two.Id);
        Assert.Contains("Blue trust", (await browser.PageAsync("/sessions")).QuerySelector(".portal-visitor")!.TextContent, StringComparison.Ordinal);

        using var notTheirs = await browser.SubmitAsync("/organisations/switch", "/organisations/switch", ("organisation", stranger.Value));
        Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);
        using var again = await fixture.SignInAsync(browser, subject, "/sign-in/standard?next=%2Fsessions");
        Assert.Equal("/sessions", again.Headers.Location!.OriginalString);
        await ReadsAsync(browser, HttpStatusCode.OK, two.Id);
    }

    private static async Task ReadsAsync(PortalBrowser browser, HttpStatusCode status, OrganisationId organisation)
    {
        using var answer = await browser.GetAsync($"/api/v1/organisations/{organisation}");
        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task ExpectAsync(HttpStatusCode status, PortalBrowser browser)
    {
        using var answer = await browser.GetAsync("/sessions");
        Assert.Equal(status, answer.StatusCode);
    }
}
