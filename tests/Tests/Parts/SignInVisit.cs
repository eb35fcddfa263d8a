using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Parts;

/// <summary>One browser's visit to a sign-in provider, from the portal's redirect to the code that it comes back with.</summary>
public sealed class SignInVisit : IDisposable
{
    private const string Verifier = "a-verifier-that-is-long-enough-to-be-taken-1234567";
    private readonly SignInProvider _provider;
    private readonly Uri _callback;
    private readonly HttpClient _http;

    public SignInVisit(SignInProvider provider, Uri portal)
    {
        _provider = provider;
        _callback = new Uri(portal, "sign-in/entra/callback");
        var browser = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        _http = new HttpClient(browser) { BaseAddress = provider.Issuer };
    }

    /// <summary>What the portal asks; null for a parameter leaves it out.</summary>
    public Uri Question(params (string Name, string? Value)[] changes)
    {
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = SignInProvider.ClientId,
            ["response_type"] = "code",
            ["response_mode"] = "query",
            ["scope"] = "openid profile email",
            ["redirect_uri"] = _callback.OriginalString,
            ["state"] = "the-state",
            ["nonce"] = "the-nonce",
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
            asked[name] = value;
        return new Uri(QueryHelpers.AddQueryString($"{_provider.Issuer.OriginalString}/oauth2/v2.0/authorize", asked.Where(one => one.Value is not null)));
    }

    /// <summary>Follows redirects within the provider; the answer is a page, or a redirect elsewhere.</summary>
    public async Task<HttpResponseMessage> GoAsync(Uri address)
    {
        var answer = await _http.GetAsync(address);
        while (answer.Headers.Location is { } next && new Uri(answer.RequestMessage!.RequestUri!, next) is var inside && inside.Authority == _provider.Issuer.Authority)
        {
            answer.Dispose();
            answer = await _http.GetAsync(inside);
        }
        return answer;
    }

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>Presses a person's button and follows to where the provider sends the browser.</summary>
    public async Task<Uri> PickAsync(IHtmlDocument page, string name)
    {
        var button = page.QuerySelectorAll<IHtmlButtonElement>("button[name=subject]").Single(one => one.TextContent == name);
        using var form = new FormUrlEncodedContent([new(button.Name!, button.Value)]);
        using var pressed = await _http.PostAsync(new Uri(page.Forms.Single().GetAttribute("action")!, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
        using var end = await GoAsync(new Uri(_provider.Issuer, pressed.Headers.Location!));
        return end.Headers.Location!;
    }

    /// <summary>Signs somebody in and gives the address that the provider sends the browser back to.</summary>
    public async Task<Uri> SignInAsync(string name, params (string Name, string? Value)[] changes)
    {
        using var answer = await GoAsync(Question(changes));
        return await PickAsync(await PageAsync(answer), name);
    }

    /// <summary>Gives the code for tokens, as the portal does.</summary>
    public async Task<HttpResponseMessage> ExchangeAsync(string code, string verifier = Verifier)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", _callback.OriginalString), new("code_verifier", verifier),
            new("client_id", SignInProvider.ClientId), new("client_secret", _provider.ClientSecret),
        ]);
        return await _http.PostAsync(_provider.TokenEndpoint, form);
    }

    /// <summary>Signs somebody in and gives the id token.</summary>
    public async Task<string> IdTokenAsync(string name)
    {
        using var answer = await ExchangeAsync(QueryOf(await SignInAsync(name))["code"]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["id_token"]!.GetValue<string>();
    }

    public static Dictionary<string, string> QueryOf(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);

    public void Dispose() => _http.Dispose();
}
