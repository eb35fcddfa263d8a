using System.Net;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>How somebody signs in, and every way in which it must not work.</summary>
public sealed class SignInTests(SignInFixture fixture)
{
    [Fact]
    public async Task Question_AsksForACodeWithProofAndComesBackToTheConfiguredAddress()
    {
        var question = await SignInFixture.BeginAsync(await fixture.BrowserAsync());

        Assert.Equal("code", question["response_type"]);
        Assert.Equal("query", question["response_mode"]);
        Assert.Equal("S256", question["code_challenge_method"]);
        Assert.Equal(43, question["code_challenge"].Length);
        Assert.Equal(ProviderFixture.Portal + "sign-in/standard/callback", question["redirect_uri"]);
        Assert.NotEmpty(question["nonce"]);
        Assert.Equal(ForgedIssuer.Client, question["client_id"]);
    }

    [Fact]
    public async Task Question_FromAnotherHost_ComesBackToTheConfiguredAddressAllTheSame()
    {
        var browser = await fixture.BrowserAsync();
        using var begun = await browser.GetAsync("/sign-in/standard", ("X-Forwarded-Host", "evil.example"), ("Host", "evil.example"));
        Assert.Equal(ProviderFixture.Portal + "sign-in/standard/callback", SignInVisit.QueryOf(begun.Headers.Location!)["redirect_uri"]);
    }

    [Fact]
    public async Task SignIn_WithAGoodToken_StartsASessionAndGoesWhereItWasAsked()
    {
        var browser = await fixture.BrowserAsync();
        using var answer = await fixture.SignInAsync(browser, Guid.NewGuid().ToString(), "/sign-in/standard?next=%2Fsessions%3Fa%3Db");

        Assert.Equal("/sessions?a=b", answer.Headers.Location!.OriginalString);
        Assert.Contains("Sam Forged", (await browser.PageAsync("/sessions")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_IsRedeemedWithItsProofAndTheSecretInTheHeader()
    {
        var browser = await fixture.BrowserAsync();
        var issuer = await fixture.IssuerAsync();
        var question = await SignInFixture.BeginAsync(browser);
        using var answer = await browser.GetAsync($"/sign-in/standard/callback?code={issuer.CodeFor(() => issuer.Sign(issuer.IdClaims(question["nonce"])))}&state={question["state"]}&iss={Uri.EscapeDataString(issuer.Standard)}");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(question["code_challenge"], SignInFixture.ChallengeOf(issuer.Redeemed.Form["code_verifier"]));
        Assert.Equal(question["redirect_uri"], issuer.Redeemed.Form["redirect_uri"]);
        Assert.Equal("Basic " + Convert.ToBase64String("portal-at-forged:a+secret%2Bwith%2Fsigns"u8), issuer.Redeemed.Authorization);
    }

    [Theory]
    [InlineData("iss", "http://127.0.0.1:1/standard")]
    [InlineData("aud", "another-client")]
    [InlineData("aud", ForgedIssuer.Audience)]
    [InlineData("nonce", "of-another-question")]
    [InlineData("nonce", null)]
    [InlineData("sub", null)]
    [InlineData("exp", null)]
    [InlineData("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("c_hash", "AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task IdToken_WithAnotherClaim_IsRefused(string claim, string? value) =>
        await RefusedAsync(HttpStatusCode.Forbidden, claims: said =>
        {
            if (value is null)
                said.Remove(claim);
            else
                said[claim] = value;
        });

    [Fact]
    public async Task IdToken_OutOfItsTime_IsRefused()
    {
        await RefusedAsync(HttpStatusCode.Forbidden, claims: said => said["exp"] = ForgedIssuer.In(TimeSpan.FromMinutes(-2)));
        await RefusedAsync(HttpStatusCode.Forbidden, claims: said => said["nbf"] = ForgedIssuer.In(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task IdToken_SignedByNobodyOrSomebodyElse_IsRefused()
    {
        var issuer = await fixture.IssuerAsync();
        var other = ForgedIssuer.NewKey();
        other.KeyId = issuer.Key.KeyId;
        await RefusedAsync(HttpStatusCode.Forbidden, sign: said => issuer.Sign(said, by: new(other, "RS256")));
        await RefusedAsync(HttpStatusCode.Forbidden, sign: said => Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode("""{"alg":"none"}""") + "." + issuer.Sign(said).Split('.')[1] + ".");
    }

    [Fact]
    public async Task AccessToken_InPlaceOfTheIdToken_IsRefused()
    {
        var issuer = await fixture.IssuerAsync();
        await RefusedAsync(HttpStatusCode.Forbidden, sign: said => issuer.Sign(said, "at+jwt"));
    }

    [Fact]
    public async Task Answer_WithoutOrWithAnotherState_IsRefused()
    {
        await RefusedAsync(HttpStatusCode.BadRequest, back: answer => answer["state"] = null);
        await RefusedAsync(HttpStatusCode.BadRequest, back: answer => answer["state"] = "made-up");
        var elsewhere = await SignInFixture.BeginAsync(await fixture.BrowserAsync());
        await RefusedAsync(HttpStatusCode.BadRequest, back: answer => answer["state"] = elsewhere["state"]);
    }

    [Fact]
    public async Task Answer_UsedASecondTime_IsRefused()
    {
        var browser = await fixture.BrowserAsync();
        var issuer = await fixture.IssuerAsync();
        var question = await SignInFixture.BeginAsync(browser);
        string Answer() => $"/sign-in/standard/callback?code={issuer.CodeFor(() => issuer.Sign(issuer.IdClaims(question["nonce"])))}&state={question["state"]}&iss={Uri.EscapeDataString(issuer.Standard)}";
        using var first = await browser.GetAsync(Answer());
        using var second = await browser.GetAsync(Answer());

        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
    }

    [Fact]
    public async Task Answer_InABrowserThatDidNotAsk_SignsNobodyIn()
    {
        var (attacker, victim, issuer) = (await fixture.BrowserAsync(), await fixture.BrowserAsync(), await fixture.IssuerAsync());
        var question = await SignInFixture.BeginAsync(attacker);
        using var answer = await victim.GetAsync($"/sign-in/standard/callback?code={issuer.CodeFor(() => issuer.Sign(issuer.IdClaims(question["nonce"])))}&state={question["state"]}&iss={Uri.EscapeDataString(issuer.Standard)}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("__Host-session", victim.Cookies.Keys);
    }

    [Fact]
    public async Task Answer_AfterAQuarterOfAnHour_IsRefused()
    {
        var browser = await fixture.BrowserAsync();
        browser.Now = new DateTimeOffset(2026, 7, 10, 12, 0, 0, TimeSpan.Zero);
        using var answer = await fixture.SignInAsync(browser, answer: _ => browser.Now += TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/standard")]
    [InlineData(null)]
    public async Task Answer_OfAnotherIssuer_IsRefused(string? issuer) => await RefusedAsync(HttpStatusCode.BadRequest, back: answer => answer["iss"] = issuer);

    [Fact]
    public async Task Answer_ByAPost_IsRefused()
    {
        var browser = await fixture.BrowserAsync();
        var question = await SignInFixture.BeginAsync(browser);
        using var answer = await browser.PostAsync("/sign-in/standard/callback", ("code", "c"), ("state", question["state"]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("access_denied", HttpStatusCode.Forbidden, "Signing in was broken off")]
    [InlineData("server_error", HttpStatusCode.ServiceUnavailable, "does not answer as it should")]
    public async Task ErrorOfTheProvider_EndsOnAPageThatRepeatsNothingOfIt(string error, HttpStatusCode status, string words)
    {
        var browser = await fixture.BrowserAsync();
        using var answer = await fixture.SignInAsync(browser, answer: back =>
        {
            back.Remove("code");
            back["error"] = error;
            back["error_description"] = "<script>spoken by a stranger</script>";
        });
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("stranger", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_ThatTheProviderDoesNotKnow_IsRefused() => await RefusedAsync(HttpStatusCode.ServiceUnavailable, back: answer => answer["code"] = "made-up");

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nLocation: https://evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("http:evil.example")]
    [InlineData("")]
    public async Task Next_ThatLeadsElsewhere_LeadsToTheFrontPage(string next)
    {
        using var answer = await fixture.SignInAsync(await fixture.BrowserAsync(), Guid.NewGuid().ToString(), "/sign-in/standard?next=" + Uri.EscapeDataString(next));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Person_IsIssuerAndSubject_WhateverTheirAddress()
    {
        var subject = Guid.NewGuid().ToString();
        var first = await MemberAsync(await SignedInAtManyAsync(ForgedIssuer.Tenant, subject));
        var again = await MemberAsync(await SignedInAtManyAsync(ForgedIssuer.Tenant, subject, "new@forged.example"));
        var sameAddress = await MemberAsync(await SignedInAtManyAsync(ForgedIssuer.Tenant, Guid.NewGuid().ToString()));
        var sameSubjectElsewhere = await MemberAsync(await fixture.SignedInAsync(subject));

        Assert.Equal(first, again);
        Assert.Equal(3, new[] { first, sameAddress, sameSubjectElsewhere }.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Tenant_NotOnTheList_IsRefused_WhateverAddressItAsserts()
    {
        var (browser, issuer) = (await fixture.BrowserAsync(), await fixture.IssuerAsync());
        var question = await SignInFixture.BeginAsync(browser, "/sign-in/many");
        var claims = issuer.EntraClaims(question["nonce"], Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        using var answer = await browser.GetAsync($"/sign-in/many/callback?code={issuer.CodeFor(() => issuer.Sign(claims))}&state={question["state"]}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("__Host-session", browser.Cookies.Keys);
    }

    [Fact]
    public async Task Provider_ThatIsNotThere_IsNotFound()
    {
        using var answer = await (await fixture.BrowserAsync()).GetAsync("/sign-in/another");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task SignInPage_ListsEveryProvider_AndKeepsWhereToGo()
    {
        var page = await (await fixture.BrowserAsync()).PageAsync("/sign-in?next=%2Fsessions");
        Assert.Equal(
            ["/sign-in/entra?next=%2Fsessions", "/sign-in/many?next=%2Fsessions", "/sign-in/standard?next=%2Fsessions"],
            page.QuerySelectorAll("main a[role=button]").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
    }

    private async Task<PortalBrowser> SignedInAtManyAsync(string tenant, string person, string email = "sam@forged.example")
    {
        var (browser, issuer) = (await fixture.BrowserAsync(), await fixture.IssuerAsync());
        var question = await SignInFixture.BeginAsync(browser, "/sign-in/many");
        var claims = issuer.EntraClaims(question["nonce"], tenant, person);
        claims["email"] = email;
        using var answer = await browser.GetAsync($"/sign-in/many/callback?code={issuer.CodeFor(() => issuer.Sign(claims))}&state={question["state"]}");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    /// <summary>Whose the browser's session is, from where it is kept.</summary>
    private async Task<string> MemberAsync(PortalBrowser browser)
    {
        var sessions = StorageAccount.Connect((await fixture.AppAsync()).ConnectionString).Tables.GetTableClient(StorageNames.Sessions);
        var rows = new List<TableEntity>();
        await foreach (var row in sessions.QueryAsync<TableEntity>($"UserAgent eq '{browser.Agent}'"))
            rows.Add(row);
        return rows.Select(row => row.PartitionKey).Distinct(StringComparer.Ordinal).Single();
    }

    private async Task RefusedAsync(
        HttpStatusCode status, Action<Dictionary<string, object>>? claims = null, Action<Dictionary<string, string?>>? back = null, Func<Dictionary<string, object>, string>? sign = null)
    {
        var browser = await fixture.BrowserAsync();
        using var answer = await fixture.SignInAsync(browser, Guid.NewGuid().ToString(), claims: claims, answer: back, sign: sign);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("You are not signed in", (await PortalBrowser.PageOfAsync(answer)).QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("__Host-session", browser.Cookies.Keys);
    }
}
