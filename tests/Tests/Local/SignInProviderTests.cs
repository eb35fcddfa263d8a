using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Local;

/// <summary>The stand-in for Entra ID, asked as the portal, a machine and a browser ask it.</summary>
public sealed class SignInProviderTests(ProviderFixture fixture)
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData(DemoClients.Charity)]
    [InlineData(DemoClients.LeadFunder)]
    [InlineData(DemoClients.CoFunder)]
    [InlineData(DemoClients.Admin)]
    public async Task Token_ForADemoClientWithoutScope_IsAnAccessTokenOfAnHour(string client)
    {
        var provider = await fixture.ProviderAsync();

        var token = await fixture.TokenAsync(client);

        var (header, payload) = (PartOf(token, 0), PartOf(token, 1));
        Assert.Equal("at+jwt", header["typ"]!.GetValue<string>());
        Assert.Equal("RS256", header["alg"]!.GetValue<string>());
        Assert.Equal(provider.Issuer.OriginalString, payload["iss"]!.GetValue<string>());
        Assert.Equal(SignInProvider.Audience, payload["aud"]!.GetValue<string>());
        Assert.Equal([client, client], [payload["client_id"]!.GetValue<string>(), payload["azp"]!.GetValue<string>()]);
        Assert.Equal(provider.Tenant, payload["tid"]!.GetValue<string>());
        Assert.Equal(3600, payload["exp"]!.GetValue<long>() - payload["iat"]!.GetValue<long>());
    }

    [Fact]
    public async Task Token_WithTheSecretInTheHeaderAndEntrasScope_IsGiven()
    {
        using var answer = await AskAsync(DemoClients.Charity, DemoClients.Charity, ("scope", $"{SignInProvider.Audience}/.default"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Token_WithAWrongSecret_IsRefused()
    {
        using var answer = await AskAsync(DemoClients.Charity, DemoClients.Admin);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_client", (await JsonAsync(answer))["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task Discovery_NamesTheIssuerAndItsKeys()
    {
        var provider = await fixture.ProviderAsync();

        var discovery = await DiscoveryAsync(provider);

        Assert.Equal(provider.Issuer.OriginalString, discovery["issuer"]!.GetValue<string>());
        Assert.Equal(provider.TokenEndpoint.OriginalString, discovery["token_endpoint"]!.GetValue<string>());
        Assert.Equal(["S256"], discovery["code_challenge_methods_supported"]!.AsArray().Select(method => method!.GetValue<string>()));
        var key = Assert.Single(await KeysAsync(provider));
        Assert.Equal(PartOf(await fixture.TokenAsync(DemoClients.Charity), 0)["kid"]!.GetValue<string>(), key["kid"]!.GetValue<string>());
        Assert.False(key.ContainsKey("d"));
    }

    [Fact]
    public async Task SignIn_ByPickingAPerson_GivesAnIdTokenAsEntraDoes()
    {
        var provider = await fixture.ProviderAsync();
        using var visit = new SignInVisit(provider, ProviderFixture.Portal);
        var ann = ProviderFixture.People.Single(person => person.Name == "Ann Lee");

        var back = await visit.SignInAsync("Ann Lee");
        using var answer = await visit.ExchangeAsync(SignInVisit.QueryOf(back)["code"]);
        using var again = await visit.ExchangeAsync(SignInVisit.QueryOf(back)["code"]);

        Assert.Equal($"{ProviderFixture.Portal}sign-in/entra/callback", back.GetLeftPart(UriPartial.Path));
        Assert.Equal("the-state", SignInVisit.QueryOf(back)["state"]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var token = PartOf((await JsonAsync(answer))["id_token"]!.GetValue<string>(), 1);
        Assert.Equal(provider.Issuer.OriginalString, token["iss"]!.GetValue<string>());
        Assert.Equal(SignInProvider.ClientId, token["aud"]!.GetValue<string>());
        Assert.Equal("the-nonce", token["nonce"]!.GetValue<string>());
        Assert.Equal(ann.Subject, token["oid"]!.GetValue<string>());
        Assert.NotEqual(ann.Subject, token["sub"]!.GetValue<string>());
        Assert.Equal(provider.Tenant, token["tid"]!.GetValue<string>());
        Assert.Equal(["Ann Lee", ann.Email, ann.Email], [token["name"]!.GetValue<string>(), token["email"]!.GetValue<string>(), token["preferred_username"]!.GetValue<string>()]);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithAnotherVerifier_GivesNoToken()
    {
        using var visit = new SignInVisit(await fixture.ProviderAsync(), ProviderFixture.Portal);
        var back = await visit.SignInAsync("Ann Lee");

        using var answer = await visit.ExchangeAsync(SignInVisit.QueryOf(back)["code"], "another-verifier-that-is-as-long-as-the-first-12345");

        Assert.Equal("invalid_grant", (await JsonAsync(answer))["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task SignIn_WithoutPkce_IsRefused()
    {
        using var visit = new SignInVisit(await fixture.ProviderAsync(), ProviderFixture.Portal);

        using var answer = await visit.GoAsync(visit.Question(("code_challenge", null), ("code_challenge_method", null)));

        Assert.Equal("invalid_request", SignInVisit.QueryOf(answer.Headers.Location!)["error"]);
    }

    [Fact]
    public async Task SignIn_WithAnUnknownRedirectAddress_IsRefusedOnAPage()
    {
        using var visit = new SignInVisit(await fixture.ProviderAsync(), ProviderFixture.Portal);

        using var answer = await visit.GoAsync(visit.Question(("redirect_uri", "http://localhost:5999/elsewhere")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("This sign-in was refused", (await SignInVisit.PageAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task SignIn_WhenSignedInAlready_ComesStraightBackUnlessAskedToChoose()
    {
        using var visit = new SignInVisit(await fixture.ProviderAsync(), ProviderFixture.Portal);
        await visit.SignInAsync("Ann Lee");

        using var silent = await visit.GoAsync(visit.Question());
        var other = await visit.SignInAsync("Marcus Tillyard", ("prompt", "select_account"));
        using var answer = await visit.ExchangeAsync(SignInVisit.QueryOf(other)["code"]);

        Assert.Contains("code", SignInVisit.QueryOf(silent.Headers.Location!).Keys);
        Assert.Equal("Marcus Tillyard", PartOf((await JsonAsync(answer))["id_token"]!.GetValue<string>(), 1)["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task People_OnThePage_HaveAButtonEachUnderTheirOrganisation()
    {
        using var visit = new SignInVisit(await fixture.ProviderAsync(), ProviderFixture.Portal);

        using var answer = await visit.GoAsync(visit.Question());
        var page = await SignInVisit.PageAsync(answer);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("Choose who to sign in as", page.Title, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("script, [style], [onclick]"));
        Assert.Contains("on this machine only", page.QuerySelector("main p")!.TextContent, StringComparison.Ordinal);
        var shown = page.QuerySelectorAll<IHtmlButtonElement>("section button[type=submit]").Select(button => (
            button.Value, button.TextContent, Organisation: button.Closest("section")!.QuerySelector("h2")!.TextContent,
            About: page.GetElementById(button.GetAttribute("aria-describedby")!)!.TextContent));
        Assert.Equal(
            ProviderFixture.People.Select(person => (person.Subject, person.Name, person.Organisation, person.About)).Order(), shown.Order());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_WithAnIdToken_ComesStraightBackToThePortal()
    {
        var provider = await fixture.ProviderAsync();
        using var visit = new SignInVisit(provider, ProviderFixture.Portal);
        var idToken = await visit.IdTokenAsync("Ann Lee");
        var end = (await DiscoveryAsync(provider))["end_session_endpoint"]!.GetValue<string>();
        var address = new Uri(QueryHelpers.AddQueryString(end, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["id_token_hint"] = idToken,
            ["post_logout_redirect_uri"] = $"{ProviderFixture.Portal}signed-out",
            ["state"] = "a-state",
        }));

        using var first = await visit.GoAsync(address);
        using var second = await visit.GoAsync(address);
        using var after = await visit.GoAsync(visit.Question());

        Assert.Equal($"{ProviderFixture.Portal}signed-out?state=a-state", first.Headers.Location?.OriginalString);
        Assert.Equal($"{ProviderFixture.Portal}signed-out?state=a-state", second.Headers.Location?.OriginalString);
        Assert.NotNull((await SignInVisit.PageAsync(after)).QuerySelector("button[name=subject]"));
    }

    [Fact]
    public async Task SignOut_ToAnUnknownAddress_IsRefused()
    {
        var provider = await fixture.ProviderAsync();
        using var visit = new SignInVisit(provider, ProviderFixture.Portal);
        var end = (await DiscoveryAsync(provider))["end_session_endpoint"]!.GetValue<string>();

        using var answer = await visit.GoAsync(new Uri($"{end}?client_id=portal&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A5999%2Felsewhere"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task RollKeys_ForTests_SignsWithANewKeyAndKeepsTheLastPublished()
    {
        await using var provider = await ProviderFixture.StartAsync();
        var roll = new Uri(provider.Issuer, "/test/roll-keys");
        var before = Assert.Single(await KeysAsync(provider))["kid"]!.GetValue<string>();

        using var rolled = await Http.PostAsync(roll, content: null);

        Assert.Equal(HttpStatusCode.NoContent, rolled.StatusCode);
        var after = (await KeysAsync(provider)).Select(key => key["kid"]!.GetValue<string>()).ToList();
        Assert.Equal(2, after.Count);
        Assert.Equal(before, after[1]);
        using var visit = new SignInVisit(provider, ProviderFixture.Portal);
        Assert.Equal(after[0], PartOf(await visit.IdTokenAsync("Ann Lee"), 0)["kid"]!.GetValue<string>());
        using var twice = await Http.PostAsync(roll, content: null);
        Assert.DoesNotContain(before, (await KeysAsync(provider)).Select(key => key["kid"]!.GetValue<string>()));
    }

    [Fact]
    public async Task RollKeys_WhereNotForTests_IsNotThere()
    {
        await using var provider = await ProviderFixture.StartAsync(options => options with { ForTests = false });

        using var answer = await Http.PostAsync(new Uri(provider.Issuer, "/test/roll-keys"), content: null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Single(await KeysAsync(provider));
    }

    [Fact]
    public async Task Provider_CalledByAnotherName_DoesNotAnswer()
    {
        var provider = await fixture.ProviderAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{provider.Issuer.OriginalString}/.well-known/openid-configuration"));
        request.Headers.Host = "elsewhere.example";

        using var answer = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Provider_OnAPortInUse_SaysSo()
    {
        var taken = (await fixture.ProviderAsync()).Issuer.Port;

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => ProviderFixture.StartAsync(options => options with { Port = taken }));

        Assert.Contains("EADDRINUSE", refused.Message, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(string client, string secret, params (string Name, string Value)[] more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, (await fixture.ProviderAsync()).TokenEndpoint);
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{client}:{secret}")));
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), .. more.Select(one => KeyValuePair.Create(one.Name, one.Value))]);
        return await Http.SendAsync(request);
    }

    private static async Task<JsonObject> DiscoveryAsync(SignInProvider provider) =>
        (await Http.GetFromJsonAsync<JsonObject>(new Uri($"{provider.Issuer.OriginalString}/.well-known/openid-configuration")))!;

    private static async Task<IReadOnlyList<JsonObject>> KeysAsync(SignInProvider provider)
    {
        var keys = await Http.GetFromJsonAsync<JsonObject>(new Uri((await DiscoveryAsync(provider))["jwks_uri"]!.GetValue<string>()));
        return [.. keys!["keys"]!.AsArray().Select(key => key!.AsObject())];
    }

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>())!;

    private static JsonObject PartOf(string token, int part) => JsonNode.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[part]))!.AsObject();
}
