using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringReturns.Local.Host;

namespace MonitoringReturns.Tests.Local;

/// <summary>An app folder of a test's own around the test handler, and the host on it.</summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string Program = "MonitoringReturns.TestHandler";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<HostLine> _log = new();
    private FunctionsHost? _host;

    public TestApp()
    {
        Folder = Directory.CreateTempSubdirectory("monitoring-returns-").FullName;
        File.CreateSymbolicLink(Path.Combine(Folder, Program), Path.Combine(AppContext.BaseDirectory, Program));
        HostJson(_ => { });
    }

    public string Folder { get; }

    public FunctionsHost Host => _host!;

    public IEnumerable<HostLine> Log => _log;

    private string Diary => Path.Combine(Folder, "diary.jsonl");

    /// <summary>Writes host.json: quick queues, two tries a message, and what the test changes.</summary>
    public TestApp HostJson(Action<JsonObject> change)
    {
        var host = JsonNode.Parse("""
            { "version": "2.0",
              "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)" },
              "customHandler": { "description": { "defaultExecutablePath": "MonitoringReturns.TestHandler" }, "enableProxyingHttpRequest": true },
              "extensions": { "http": { "routePrefix": "" },
                "queues": { "batchSize": 2, "newBatchThreshold": 1, "maxDequeueCount": 2, "visibilityTimeout": "00:00:00", "maxPollingInterval": "00:00:00.2", "messageEncoding": "base64" } } }
            """)!.AsObject();
        change(host);
        File.WriteAllText(Path.Combine(Folder, "host.json"), host.ToJsonString());
        return this;
    }

    public TestApp Function(string name, string functionJson)
    {
        Directory.CreateDirectory(Path.Combine(Folder, name));
        File.WriteAllText(Path.Combine(Folder, name, "function.json"), functionJson);
        return this;
    }

    public TestApp Http(string name, string route, string methods = "\"get\",\"post\"") => Function(name,
        $$"""{"bindings":[{"type":"httpTrigger","direction":"in","name":"req","authLevel":"anonymous","route":"{{route}}","methods":[{{methods}}]},{"type":"http","direction":"out","name":"res"}]}""");

    public TestApp Queue(string name, string queue, string binding = "message") => Function(name,
        $$"""{"bindings":[{"type":"queueTrigger","direction":"in","name":"{{binding}}","queueName":"{{queue}}","connection":"AzureWebJobsStorage"}]}""");

    public TestApp Timer(string name, string schedule) => Function(name,
        $$"""{"bindings":[{"type":"timerTrigger","direction":"in","name":"timer","schedule":"{{schedule}}","useMonitor":true,"runOnStartup":false}]}""");

    public async Task<TestApp> StartAsync(string storage, Func<FunctionsHostOptions, FunctionsHostOptions>? change = null, params (string Name, string Value)[] settings)
    {
        var options = new FunctionsHostOptions
        {
            AppFolder = Folder,
            StorageConnectionString = storage,
            Settings = settings.Append(("DIARY", Diary)).ToDictionary(),
            Log = _log.Enqueue,
        };
        _host = await FunctionsHost.StartAsync(change is null ? options : change(options));
        return this;
    }

    /// <summary>A client that shows answers as they come: no redirects followed, no cookies kept.</summary>
    public HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null }) { BaseAddress = Host.BaseAddress, Timeout = Patience };

    /// <summary>What the handler was asked so far, without the host's pings.</summary>
    public IReadOnlyList<HeardRequest> Heard(string url) =>
        File.Exists(Diary) ? [.. File.ReadAllLines(Diary).Select(HeardRequest.Parse).Where(request => request.Url == url)] : [];

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var waited = Stopwatch.StartNew(); !await holds(); await Task.Delay(20))
            Assert.True(waited.Elapsed < Patience, "It did not happen in time.");
    }

    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A request as the handler heard it: header names in order and as spelt; how many were under way together.</summary>
public sealed record HeardRequest(string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, string Body, int Together)
{
    public IEnumerable<string> HeaderNames => Headers.Select(header => header.Name);

    public string? Header(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).SingleOrDefault();

    public static HeardRequest Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return From(document.RootElement);
    }

    public static HeardRequest From(JsonElement request) => new(
        request.GetProperty("method").GetString()!,
        request.GetProperty("url").GetString()!,
        [.. request.GetProperty("headers").EnumerateArray().Select(header => (header[0].GetString()!, header[1].GetString()!))],
        request.TryGetProperty("body", out var body) ? body.GetString()! : "",
        request.TryGetProperty("together", out var together) ? together.GetInt32() : 0);
}
