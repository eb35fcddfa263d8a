using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;

[assembly: AssemblyFixture(typeof(MonitoringReturns.Tests.Parts.ProviderFixture))]

namespace MonitoringReturns.Tests.Parts;

/// <summary>One sign-in provider for the whole test run, started by the first test that asks. Its keys stay: who rolls keys starts another.</summary>
public sealed class ProviderFixture : IAsyncDisposable
{
    /// <summary>Where the provider believes the portal to be. Nothing listens there: tests read the redirect.</summary>
    public static readonly Uri Portal = new("http://localhost:5999");

    public ProviderFixture() => Instance = this;

    /// <summary>The run's one, for what is no test class.</summary>
    public static ProviderFixture Instance { get; private set; } = null!;

    private readonly Lazy<Task<SignInProvider>> _provider = new(() => StartAsync());
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _tokens = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new();

    /// <summary>Everybody of every demonstration, and the administrator.</summary>
    public static IReadOnlyList<DemoPerson> People { get; } = DemoPeople.Of(DemoCases.All);

    public Task<SignInProvider> ProviderAsync() => _provider.Value;

    /// <summary>An access token for one of the demonstration's machines, which lasts longer than the run.</summary>
    public Task<string> TokenAsync(string client) => _tokens.GetOrAdd(client, id => new Lazy<Task<string>>(() => FetchAsync(id))).Value;

    /// <summary>Calls an app that trusts the run's provider, as one of its machines.</summary>
    public async Task<HttpClient> CallAsAsync(string client, Uri app) => CallWith(await TokenAsync(client), app);

    /// <summary>Calls an app that trusts another provider.</summary>
    public static async Task<HttpClient> CallAsAsync(SignInProvider provider, string client, Uri app)
    {
        using var http = new HttpClient();
        return CallWith(await FetchAsync(http, provider, client), app);
    }

    /// <summary>A provider of a test's own, for this portal.</summary>
    public static Task<SignInProvider> StartAsync(Func<SignInProviderOptions, SignInProviderOptions>? change = null)
    {
        var options = new SignInProviderOptions([Portal]) { People = People, ForTests = true };
        return SignInProvider.StartAsync(change is null ? options : change(options), Console.WriteLine);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_provider.IsValueCreated)
            await (await _provider.Value).DisposeAsync();
    }

    private static HttpClient CallWith(string token, Uri app) =>
        new() { BaseAddress = app, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    private async Task<string> FetchAsync(string client) => await FetchAsync(_http, await ProviderAsync(), client);

    private static async Task<string> FetchAsync(HttpClient http, SignInProvider provider, string client)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", client)]);
        using var answer = await http.PostAsync(provider.TokenEndpoint, form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
    }
}
