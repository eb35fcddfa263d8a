using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.SignIn;

[assembly: AssemblyFixture(typeof(SignInFixture))]

namespace MonitoringReturns.Tests.SignIn;

/// <summary>One app for the tests of sign-in: beside the run's provider it trusts a forged one.</summary>
public sealed class SignInFixture : IAsyncDisposable
{
    private readonly Lazy<Task<(Azurite Storage, RunningApp App, ForgedIssuer Issuer)>> _parts = new(StartAsync);

    internal async Task<RunningApp> AppAsync() => (await _parts.Value).App;

    internal async Task<ForgedIssuer> IssuerAsync() => (await _parts.Value).Issuer;

    internal async Task<PortalBrowser> BrowserAsync() => new(await AppAsync());

    /// <summary>Somebody new, signed in.</summary>
    internal async Task<PortalBrowser> SignedInAsync(string? subject = null, DateTimeOffset? now = null)
    {
        var browser = await BrowserAsync();
        browser.Now = now;
        using var answer = await SignInAsync(browser, subject: subject ?? Guid.NewGuid().ToString());
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("__Host-session", browser.Cookies.Keys);
        return browser;
    }

    /// <summary>Signs in at the standard issuer; a test changes what the token says and what comes back.</summary>
    internal async Task<HttpResponseMessage> SignInAsync(
        PortalBrowser browser, string subject = "somebody", string start = "/sign-in/standard", Action<Dictionary<string, object>>? claims = null, Action<Dictionary<string, string?>>? answer = null,
        Func<Dictionary<string, object>, string>? sign = null)
    {
        var issuer = await IssuerAsync();
        var question = await BeginAsync(browser, start);
        var said = issuer.IdClaims(question["nonce"], subject);
        claims?.Invoke(said);
        var back = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["code"] = issuer.CodeFor(() => sign is null ? issuer.Sign(said) : sign(said)),
            ["state"] = question["state"],
            ["iss"] = issuer.Standard,
        };
        answer?.Invoke(back);
        return await browser.GetAsync(QueryHelpers.AddQueryString(new Uri(question["redirect_uri"]).AbsolutePath, back.Where(one => one.Value is not null)));
    }

    /// <summary>What the portal asks the provider when somebody begins to sign in.</summary>
    internal static async Task<Dictionary<string, string>> BeginAsync(PortalBrowser browser, string start = "/sign-in/standard")
    {
        using var begun = await browser.GetAsync(start);
        Assert.Equal(HttpStatusCode.Found, begun.StatusCode);
        return SignInVisit.QueryOf(begun.Headers.Location!);
    }

    internal static string ChallengeOf(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    public async ValueTask DisposeAsync()
    {
        if (!_parts.IsValueCreated)
            return;
        var (storage, app, issuer) = await _parts.Value;
        await app.DisposeAsync();
        await issuer.DisposeAsync();
        await storage.DisposeAsync();
    }

    private static async Task<(Azurite Storage, RunningApp App, ForgedIssuer Issuer)> StartAsync()
    {
        var storage = await Azurite.StartAsync(dataFolder: null, Console.WriteLine);
        await StorageAccount.Connect(storage.ConnectionString).CreateAllAsync();
        var issuer = await ForgedIssuer.StartAsync();
        return (storage, await RunningApp.StartAsync(storage.ConnectionString, issuer.AppSettings), issuer);
    }
}
