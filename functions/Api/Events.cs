using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Functions.Api;

/// <summary>
/// Calls from the host itself: queue messages and timers, posted to the function's name. A request that came through the host's front
/// carries headers that the host's own calls never do, and is answered as if there were nothing.
/// </summary>
internal static class Events
{
    private const string Done = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    /// <summary>Takes the host's calls to a function that a queue triggers; the binding is named <c>message</c>.</summary>
    public static void MapQueue<T>(IEndpointRouteBuilder app, string function, JsonTypeInfo<T> type, Func<T, IServiceProvider, CancellationToken, Task> run) where T : class =>
        app.MapPost(function, async http =>
        {
            if (!await IsFromHostAsync(http))
                return;
            if (await MessageAsync(http, type) is not { } message)
            {
                await ProblemAnswers.WriteAsync(http, Bodies.NotJson($"This is no message for {function}."));
                return;
            }
            await run(message, http.RequestServices, http.RequestAborted);
            await AnswerAsync(http);
        }).AllowAnonymous().WithMetadata(HostEvent.Instance).ExcludeFromDescription();

    /// <summary>Takes the host's calls to a function that a timer triggers.</summary>
    public static void MapTimer(IEndpointRouteBuilder app, string function, Func<IServiceProvider, CancellationToken, Task> run) =>
        app.MapPost(function, async http =>
        {
            if (!await IsFromHostAsync(http))
                return;
            await run(http.RequestServices, http.RequestAborted);
            await AnswerAsync(http);
        }).AllowAnonymous().WithMetadata(HostEvent.Instance).ExcludeFromDescription();

    /// <summary>Whether the host itself calls, and not somebody through its front.</summary>
    public static bool IsFromHost(HttpContext http)
    {
        var headers = http.Request.Headers;
        var outside = headers.ContainsKey("x-ms-invocation-id") || headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));
        return !outside && headers.ContainsKey("X-Azure-Functions-InvocationId");
    }

    private static async Task<bool> IsFromHostAsync(HttpContext http)
    {
        if (IsFromHost(http))
            return true;
        await ProblemAnswers.WriteAsync(http, RouteIds.NotFound);
        return false;
    }

    /// <summary>The message: in the body it is a JSON string that holds a JSON string that holds the JSON that was sent.</summary>
    private static async Task<T?> MessageAsync<T>(HttpContext http, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            var encoded = body.RootElement.GetProperty("Data").GetProperty("message").GetString()!;
            var text = JsonSerializer.Deserialize(encoded, ApiJson.Default.String)!;
            return JsonSerializer.Deserialize(text, type);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(Done, http.RequestAborted);
    }
}

/// <summary>Marks an endpoint that only the host calls: it asks for no sign-in and answers nobody else.</summary>
internal sealed class HostEvent
{
    public static readonly HostEvent Instance = new();

    private HostEvent()
    {
    }
}
