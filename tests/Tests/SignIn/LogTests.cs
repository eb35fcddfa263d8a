using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>What the log says: what is trusted, what went wrong, and nobody's name.</summary>
public sealed class LogTests(AzuriteFixture azurite)
{
    private const string Name = "Zebedee Unmistakable";
    private const string Email = "zebedee.unmistakable@forged.example";

    [Fact]
    public async Task Log_OfSignInsGoodAndBad_HoldsNoNameAddressTokenOrQuery()
    {
        await StorageAccount.Connect(azurite.ConnectionString).CreateAllAsync();
        await using var issuer = await ForgedIssuer.StartAsync();
        using var kept = new KeptLog();
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString, issuer.AppSettings);
        app.Listen(kept);
        var browser = new PortalBrowser(app);
        var secrets = new List<string> { Name, Email, "Unmistakable", "private-query", ForgedIssuer.Secret };

        foreach (var audience in (string[])[ForgedIssuer.Client, "another"])
        {
            var question = await SignInFixture.BeginAsync(browser, "/sign-in/standard?next=%2Fsessions%3Fprivate-query");
            var claims = issuer.IdClaims(question["nonce"]);
            (claims["name"], claims["email"], claims["aud"]) = (Name, Email, audience);
            var (token, code) = (issuer.Sign(claims), "");
            code = issuer.CodeFor(() => token);
            secrets.AddRange([token, token.Split('.')[1], code, question["state"], question["nonce"]]);
            using var answer = await browser.GetAsync($"/sign-in/standard/callback?code={code}&state={question["state"]}&iss={Uri.EscapeDataString(issuer.Standard)}");
            Assert.Equal(audience == ForgedIssuer.Client ? HttpStatusCode.Found : HttpStatusCode.Forbidden, answer.StatusCode);
        }
        using var refusedPost = await browser.PostAsync("/sign-out?private-query");
        using var strange = await browser.GetAsync("/sign-in/standard/callback?private-query&state=made-up");
        var access = issuer.Sign(issuer.AccessClaims("a-named-program"), "JWT");
        secrets.Add(access);
        using var refusedCall = await browser.GetAsync("/api/v1/programmes?private-query", ("Authorization", "Bearer " + access));

        Assert.Contains(kept.Lines, line => line.Contains("nobody was signed in", StringComparison.Ordinal));
        Assert.Contains(kept.Lines, line => line.Contains(" signed in", StringComparison.Ordinal) && line.Contains(": p-", StringComparison.Ordinal));
        Assert.Contains(kept.Lines, line => line.StartsWith("401 for GET api/v1/programmes, asked by nobody", StringComparison.Ordinal));
        Assert.Contains(kept.Lines, line => line.StartsWith("A post to /sign-out came without the portal's own form", StringComparison.Ordinal));
        foreach (var secret in secrets)
            Assert.DoesNotContain(kept.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
