using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo;

/// <summary>The access tokens of the demonstration's machines: client credentials, asked for once each.</summary>
internal sealed class AccessTokens(HttpClient http, Uri tokenEndpoint)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _tokens = new(StringComparer.Ordinal);

    public Task<string> OfAsync(string client) => _tokens.GetOrAdd(client, one => new Lazy<Task<string>>(() => AskAsync(one))).Value;

    private async Task<string> AskAsync(string client)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", client)]);
        try
        {
            using var answer = await http.PostAsync(tokenEndpoint, form);
            return answer.IsSuccessStatusCode
                ? JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>()
                : throw new CannotStartException($"The sign-in provider gives {client} no token: it answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException error)
        {
            throw new CannotStartException($"The sign-in provider at {tokenEndpoint} does not answer: {error.Message}");
        }
    }
}
