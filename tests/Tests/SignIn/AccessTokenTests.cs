using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Tests.Functions;
using Membership = MonitoringReturns.Tests.Functions.Membership;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>Which access tokens let a client call the API.</summary>
public sealed class AccessTokenTests(SignInFixture fixture)
{
    private const string Type = "at+jwt";

    [Fact]
    public async Task Token_OfAClient_IsAccepted()
    {
        var issuer = await fixture.IssuerAsync();
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(issuer.Sign(issuer.AccessClaims(), Type))).Status);
    }

    [Theory]
    [InlineData("iss", "http://127.0.0.1:1/standard")]
    [InlineData("aud", "api://another")]
    [InlineData("sub", "a-person")]
    [InlineData("nonce", "of-an-id-token")]
    [InlineData("scp", "user_impersonation")]
    [InlineData("client_id", "")]
    [InlineData("aud", null)]
    [InlineData("exp", null)]
    [InlineData("client_id", null)]
    public async Task Token_WithAnotherClaim_IsRefused(string claim, string? value)
    {
        var issuer = await fixture.IssuerAsync();
        var claims = issuer.AccessClaims();
        if (value is null)
            claims.Remove(claim);
        else
            claims[claim] = value;
        await RefusedAsync(issuer.Sign(claims, Type));
    }

    [Fact]
    public async Task Token_OutOfItsTime_IsRefused()
    {
        var issuer = await fixture.IssuerAsync();
        var (expired, early) = (issuer.AccessClaims(), issuer.AccessClaims());
        expired["exp"] = ForgedIssuer.In(TimeSpan.FromMinutes(-2));
        early["nbf"] = ForgedIssuer.In(TimeSpan.FromMinutes(2));
        await RefusedAsync(issuer.Sign(expired, Type));
        await RefusedAsync(issuer.Sign(early, Type));
    }

    [Fact]
    public async Task Token_SignedByAnotherKeyOfTheSameName_IsRefused()
    {
        var issuer = await fixture.IssuerAsync();
        var other = ForgedIssuer.NewKey();
        other.KeyId = issuer.Key.KeyId;
        await RefusedAsync(issuer.Sign(issuer.AccessClaims(), Type, new SigningCredentials(other, SecurityAlgorithms.RsaSha256)));
    }

    [Fact]
    public async Task Token_WithoutSignature_IsRefused()
    {
        var issuer = await fixture.IssuerAsync();
        var parts = issuer.Sign(issuer.AccessClaims(), Type).Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""");
        await RefusedAsync($"{none}.{parts[1]}.");
        await RefusedAsync($"{parts[0]}.{parts[1]}.");
        await RefusedAsync($"{Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"at+jwt","kid":"{{issuer.Key.KeyId}}"}""")}.{parts[1]}.{parts[2]}");
    }

    [Fact]
    public async Task Token_SignedWithThePublicKeyAsSecret_IsRefused()
    {
        var issuer = await fixture.IssuerAsync();
        var secret = new SymmetricSecurityKey(Encoding.ASCII.GetBytes(issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = issuer.Key.KeyId };
        await RefusedAsync(issuer.Sign(issuer.AccessClaims(), Type, new SigningCredentials(secret, SecurityAlgorithms.HmacSha256)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("JWT")]
    [InlineData("logout+jwt")]
    public async Task Token_OfAnotherType_IsRefused(string? type)
    {
        var issuer = await fixture.IssuerAsync();
        await RefusedAsync(issuer.Sign(issuer.AccessClaims(), type));
    }

    [Fact]
    public async Task IdToken_SentAsAccessToken_IsRefused()
    {
        var issuer = await fixture.IssuerAsync();
        await RefusedAsync(issuer.Sign(issuer.IdClaims("n")));
        var entra = issuer.EntraClaims("n", ForgedIssuer.Tenant, Guid.NewGuid().ToString());
        (entra["aud"], entra["azp"]) = (ForgedIssuer.Audience, "a-program");
        await RefusedAsync(issuer.Sign(entra));
    }

    [Fact]
    public async Task Token_OfATenantNotOnTheList_IsRefused()
    {
        var issuer = await fixture.IssuerAsync();
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(issuer.Sign(OfTenant(issuer, ForgedIssuer.Tenant)))).Status);
        await RefusedAsync(issuer.Sign(OfTenant(issuer, Guid.NewGuid().ToString())));
        var mixed = OfTenant(issuer, Guid.NewGuid().ToString());
        mixed["tid"] = ForgedIssuer.Tenant;
        await RefusedAsync(issuer.Sign(mixed));
    }

    [Fact]
    public async Task Token_OfAPersonInEntra_IsRefused()
    {
        var issuer = await fixture.IssuerAsync();
        var claims = OfTenant(issuer, ForgedIssuer.Tenant);
        claims["sub"] = "pairwise";
        await RefusedAsync(issuer.Sign(claims));
        claims["idtyp"] = "user";
        claims["sub"] = claims["oid"];
        await RefusedAsync(issuer.Sign(claims));
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("Basic cG9ydGFsOnBvcnRhbA==")]
    public async Task Header_ThatHoldsNoToken_IsRefused(string header) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(("Authorization", header))).Status);

    [Fact]
    public async Task Keys_WhenRolled_LetNewTokensInAtOnceAndOldOnesNoMore()
    {
        await using var issuer = await ForgedIssuer.StartAsync();
        var app = await fixture.AppAsync();
        await using var own = await Parts.RunningApp.StartAsync(app.ConnectionString, issuer.AppSettings);
        var started = Stopwatch.GetTimestamp();
        var old = issuer.Sign(issuer.AccessClaims(), Type);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(old, own.Http)).Status);

        // A stranger's made-up keys make the portal look; the key that is new after that is found nevertheless.
        var strangers = Enumerable.Range(0, 20).Select(_ => issuer.Sign(issuer.AccessClaims(), Type, new SigningCredentials(ForgedIssuer.NewKey(), SecurityAlgorithms.RsaSha256))).ToArray();
        await Task.WhenAll(strangers.Select(async stranger => Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(stranger, own.Http)).Status)));
        // Two seconds lie between two readings, however slow the machine.
        Assert.True(issuer.KeyReadings <= 3 + (Stopwatch.GetElapsedTime(started).TotalSeconds / 2), $"The keys were read {issuer.KeyReadings} times for twenty strangers.");
        issuer.RollKeys();
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(issuer.Sign(issuer.AccessClaims(), Type), own.Http)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(old, own.Http)).Status);
    }

    [Fact]
    public async Task OrganisationHeader_NarrowsWhatAClientActsFor_AndMustBeOne()
    {
        var issuer = await fixture.IssuerAsync();
        var app = await fixture.AppAsync();
        var client = $"c-{Guid.NewGuid():N}";
        var (own, other) = (new NamedOrganisation(OrganisationId.Parse("GB-CHC-900001"), "Own"), OrganisationId.Parse("GB-CHC-900002"));
        await Membership.LetInAsync(app.ConnectionString, own, MemberId.OfClient(new Identity(issuer.Standard, client)), Roles.Preparer, new GrantedClient(client, issuer.Standard, client));
        var token = ("Authorization", "Bearer " + issuer.Sign(issuer.AccessClaims(client), Type));
        var address = $"/api/v1/organisations/{own.Id}";

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(app.Http, address, token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(app.Http, address, token, ("X-Organisation", own.Id.Value))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(app.Http, address, token, ("X-Organisation", other.Value))).Status);
        (await SendAsync(app.Http, address, token, ("X-Organisation", "not one"))).IsProblem(HttpStatusCode.BadRequest, "MR2005");
    }

    [Theory]
    [InlineData("/api/v1/programmes")]
    [InlineData("/api/v1/nothing/here")]
    [InlineData("/api/nothing")]
    [InlineData("/API/v1/programmes")]
    public async Task Address_WithoutCredentials_AsksForThemWhetherItExistsOrNot(string address)
    {
        var app = await fixture.AppAsync();
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete])
        {
            using var request = new HttpRequestMessage(method, address);
            using var response = await app.Http.SendAsync(request);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
            (await Answer.OfAsync(response)).IsProblem(HttpStatusCode.Unauthorized, "MR2301");
        }
    }

    private static Dictionary<string, object> OfTenant(ForgedIssuer issuer, string tenant)
    {
        var claims = issuer.AccessClaims();
        (claims["iss"], claims["tid"], claims["azp"], claims["oid"], claims["sub"]) = (issuer.IssuerOf(tenant), tenant, "a-program", "the-principal", "the-principal");
        return claims;
    }

    private async Task RefusedAsync(string token)
    {
        var app = await fixture.AppAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/programmes");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var response = await app.Http.SendAsync(request);
        Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
        (await Answer.OfAsync(response)).IsProblem(HttpStatusCode.Unauthorized, "MR2302");
    }

    private async Task<Answer> CallAsync(string token, HttpClient? http = null) => await SendAsync(http ?? (await fixture.AppAsync()).Http, "/api/v1/programmes", ("Authorization", "Bearer " + token));

    private async Task<Answer> SendAsync(params (string Name, string Value)[] headers) => await SendAsync((await fixture.AppAsync()).Http, "/api/v1/programmes", headers);

    private static async Task<Answer> SendAsync(HttpClient http, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}
