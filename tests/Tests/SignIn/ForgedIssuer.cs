using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>A sign-in provider that says whatever a test wants: under <c>/standard</c> as OpenID Connect has it, under <c>/organizations</c> for several tenants as Entra does.</summary>
internal sealed class ForgedIssuer : IAsyncDisposable
{
    public const string Client = "portal-at-forged";
    public const string Secret = "a secret+with/signs";
    public const string Audience = "api://forged";
    public const string Tenant = "0d9c0f70-1111-4b5b-9d7c-0c9a5a3b0001";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<string>> _codes = new(StringComparer.Ordinal);

    private ForgedIssuer(WebApplication app) => _app = app;

    public string Root => _app.Urls.Single();

    public string Standard => Root + "/standard";

    public RsaSecurityKey Key { get; private set; } = NewKey();

    /// <summary>The last form that came to the token endpoint, and the header Authorization with it.</summary>
    public (IReadOnlyDictionary<string, string> Form, string Authorization) Redeemed { get; private set; } = (new Dictionary<string, string>(), "");

    public int KeyReadings { get; private set; }

    public string[] AppSettings =>
    [
        "SignIn:Providers:standard:Name=Forged standard", $"SignIn:Providers:standard:Authority={Standard}", $"SignIn:Providers:standard:ClientId={Client}",
        $"SignIn:Providers:standard:ClientSecret={Secret}", $"SignIn:Providers:standard:Audience={Audience}",
        "SignIn:Providers:many:Name=Forged tenants", "SignIn:Providers:many:Kind=Entra", $"SignIn:Providers:many:Authority={Root}/organizations", $"SignIn:Providers:many:ClientId={Client}",
        $"SignIn:Providers:many:Audience={Audience}", $"SignIn:Providers:many:Tenants:0={Tenant}",
    ];

    public static async Task<ForgedIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new ForgedIssuer(app);
        app.MapGet("/standard/.well-known/openid-configuration", () => issuer.Discovery(issuer.Standard));
        app.MapGet("/organizations/.well-known/openid-configuration", () => issuer.Discovery(issuer.Root + "/{tenantid}/v2.0"));
        app.MapGet("/says/{said}/.well-known/openid-configuration", (string said) => issuer.Discovery(Said(said)));
        app.MapGet("/keys", () =>
        {
            issuer.KeyReadings++;
            return Results.Text(issuer.Keys(), "application/json");
        });
        app.MapPost("/token", async (HttpRequest request) => await issuer.RedeemAsync(request));
        await app.StartAsync();
        return issuer;
    }

    /// <summary>Where it publishes whatever issuer one likes.</summary>
    public string Saying(string issuer) => $"{Root}/says/{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(issuer))}";

    public string IssuerOf(string tenant) => $"{Root}/{tenant}/v2.0";

    public void RollKeys() => Key = NewKey();

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    /// <summary>Gives out a code for a token.</summary>
    public string CodeFor(Func<string> idToken)
    {
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = idToken;
        return code;
    }

    public string Sign(IDictionary<string, object> claims, string? type = "JWT", SigningCredentials? by = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            TokenType = type,
            SigningCredentials = by ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });

    public static long In(TimeSpan time) => DateTimeOffset.UtcNow.Add(time).ToUnixTimeSeconds();

    public Dictionary<string, object> AccessClaims(string client = "a-program") => new(StringComparer.Ordinal)
    {
        ["iss"] = Standard,
        ["aud"] = Audience,
        ["sub"] = client,
        ["client_id"] = client,
        ["iat"] = In(TimeSpan.Zero),
        ["exp"] = In(TimeSpan.FromHours(1)),
    };

    public Dictionary<string, object> IdClaims(string nonce, string subject = "somebody") => new(StringComparer.Ordinal)
    {
        ["iss"] = Standard,
        ["aud"] = Client,
        ["sub"] = subject,
        ["nonce"] = nonce,
        ["name"] = "Sam Forged",
        ["email"] = "sam@forged.example",
        ["iat"] = In(TimeSpan.Zero),
        ["exp"] = In(TimeSpan.FromHours(1)),
    };

    public Dictionary<string, object> EntraClaims(string nonce, string tenant, string person)
    {
        var claims = IdClaims(nonce, "pairwise-" + person);
        (claims["iss"], claims["tid"], claims["oid"]) = (IssuerOf(tenant), tenant, person);
        return claims;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Said(string issuer) => Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(issuer));

    private IResult Discovery(string issuer) => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["issuer"] = issuer,
        ["authorization_endpoint"] = Root + "/authorize",
        ["token_endpoint"] = Root + "/token",
        ["jwks_uri"] = Root + "/keys",
        ["end_session_endpoint"] = Root + "/logout",
        ["authorization_response_iss_parameter_supported"] = issuer == Standard,
    });

    private string Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(Key.Rsa.ExportParameters(includePrivateParameters: false)) { KeyId = Key.KeyId });
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{key.Kid}}","n":"{{key.N}}","e":"{{key.E}}"}]}""";
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Redeemed = (form.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal), request.Headers.Authorization.ToString());
        return _codes.TryRemove(form["code"].ToString(), out var token)
            ? Results.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["access_token"] = "opaque", ["token_type"] = "Bearer", ["id_token"] = token() })
            : Results.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["error"] = "invalid_grant" }, statusCode: 400);
    }
}
