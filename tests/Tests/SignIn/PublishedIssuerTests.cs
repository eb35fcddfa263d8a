using System.Net;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>A provider's own word on who it is: it can't speak for another, also where its keys are good.</summary>
public sealed class PublishedIssuerTests(AzuriteFixture azurite)
{
    private const string OfMany = "{root}/{tenantid}/v2.0";

    [Theory]
    [InlineData("Entra", OfMany, "{root}/" + ForgedIssuer.Tenant + "/v2.0", true)]
    [InlineData("Entra", "{root}/" + ForgedIssuer.Tenant + "/v2.0", "{root}/" + ForgedIssuer.Tenant + "/v2.0", true)]
    [InlineData("Entra", "https://login.example.org/{tenantid}/v2.0", "https://login.example.org/" + ForgedIssuer.Tenant + "/v2.0", false)]
    [InlineData("Entra", "http://127.0.0.1:1/{tenantid}/v2.0", "http://127.0.0.1:1/" + ForgedIssuer.Tenant + "/v2.0", false)]
    [InlineData("Entra", "{root}/v2.0", "{root}/v2.0", false)]
    [InlineData("Entra", "{root}/ab5c4e8d-0000-4b5b-9d7c-0c9a5a3b0002/v2.0", "{root}/ab5c4e8d-0000-4b5b-9d7c-0c9a5a3b0002/v2.0", false)]
    [InlineData("Standard", "{own}", "{own}", true)]
    [InlineData("Standard", "{root}/standard", "{root}/standard", false)]
    [InlineData("Standard", "https://login.example.org", "https://login.example.org", false)]
    public async Task Provider_ThatPublishesAnIssuer_SpeaksForNobodyElse(string kind, string published, string issuerOfToken, bool accepted)
    {
        await StorageAccount.Connect(azurite.ConnectionString).CreateAllAsync();
        await using var issuer = await ForgedIssuer.StartAsync();
        string InFull(string text) => text.Replace("{root}", issuer.Root, StringComparison.Ordinal);
        // A provider that says who it is truly says so where it is.
        var authority = published == "{own}" ? issuer.Standard : issuer.Saying(InFull(published));
        await using var app = await RunningApp.StartAsync(
            azurite.ConnectionString,
            "SignIn:Providers:said:Name=Said", $"SignIn:Providers:said:Kind={kind}", $"SignIn:Providers:said:Authority={authority}", $"SignIn:Providers:said:ClientId={ForgedIssuer.Client}",
            $"SignIn:Providers:said:Audience={ForgedIssuer.Audience}", $"SignIn:Providers:said:Tenants:0={ForgedIssuer.Tenant}");
        var spoken = issuerOfToken == "{own}" ? issuer.Standard : InFull(issuerOfToken);

        var browser = new PortalBrowser(app);
        var question = await SignInFixture.BeginAsync(browser, "/sign-in/said");
        var person = issuer.EntraClaims(question["nonce"], ForgedIssuer.Tenant, Guid.NewGuid().ToString());
        person["iss"] = spoken;
        var back = published == "{own}" ? $"&iss={Uri.EscapeDataString(spoken)}" : "";
        using var answer = await browser.GetAsync($"/sign-in/said/callback?code={issuer.CodeFor(() => issuer.Sign(person))}&state={question["state"]}{back}");
        Assert.Contains(answer.StatusCode, accepted ? [HttpStatusCode.Found] : new[] { HttpStatusCode.BadRequest, HttpStatusCode.Forbidden });
        Assert.Equal(accepted, browser.Cookies.ContainsKey("__Host-session"));

        var program = issuer.AccessClaims();
        (program["iss"], program["tid"]) = (spoken, ForgedIssuer.Tenant);
        using var call = new HttpRequestMessage(HttpMethod.Get, "/api/v1/programmes");
        call.Headers.TryAddWithoutValidation("Authorization", "Bearer " + issuer.Sign(program, "at+jwt"));
        using var called = await app.Http.SendAsync(call);
        Assert.Equal(accepted ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await Answer.OfAsync(called)).Status);
    }
}
