namespace MonitoringReturns.Local.Host;

/// <summary>What the stand-in takes from <c>host.json</c>; anything it would not honour is refused.</summary>
internal sealed record HostSettings(string Executable, string RoutePrefix, TimeSpan FunctionTimeout, QueueSettings Queues)
{
    private static readonly TimeSpan DefaultFunctionTimeout = TimeSpan.FromMinutes(30);

    public static HostSettings Read(string file)
    {
        var host = StrictObject.Read(file);
        if (host.RequiredText("version") != "2.0")
            throw host.Refuse("\"version\" must be \"2.0\"");
        if (host.Has("configurationProfile"))
            throw host.Refuse("\"configurationProfile\" is refused beside function.json files");
        host.Ignore("logging");
        var timeout = host.Duration("functionTimeout") ?? DefaultFunctionTimeout;
        ReadBundle(host);
        var executable = ReadHandler(host);
        var (prefix, queues) = ReadExtensions(host);
        host.NothingElse();
        return new HostSettings(executable, prefix, timeout, queues);
    }

    private static void ReadBundle(StrictObject host)
    {
        var bundle = host.Object("extensionBundle")
            ?? throw host.Refuse("\"extensionBundle\" is missing: the queue and timer triggers come from it");
        if (bundle.RequiredText("id") != "Microsoft.Azure.Functions.ExtensionBundle")
            throw bundle.Refuse("\"id\" must be \"Microsoft.Azure.Functions.ExtensionBundle\"");
        if (bundle.RequiredText("version") != "[4.*, 5.0.0)")
            throw bundle.Refuse("\"version\" must be \"[4.*, 5.0.0)\"");
        bundle.NothingElse();
    }

    private static string ReadHandler(StrictObject host)
    {
        var handler = host.Object("customHandler") ?? throw host.Refuse("\"customHandler\" is missing");
        if (handler.Has("http"))
            throw handler.Refuse("\"http\" (with its routes) is refused beside function.json files");
        if (handler.Flag("enableProxyingHttpRequest") is not true)
            throw handler.Refuse("\"enableProxyingHttpRequest\" must be true: without it the handler gets an envelope, not the request");
        var description = handler.Object("description") ?? throw handler.Refuse("\"description\" is missing");
        var executable = description.RequiredText("defaultExecutablePath");
        if (Path.GetFileName(executable) != executable)
            throw description.Refuse("\"defaultExecutablePath\" must be a file at the folder's root");
        description.NothingElse();
        handler.NothingElse();
        return executable;
    }

    private static (string Prefix, QueueSettings Queues) ReadExtensions(StrictObject host)
    {
        var prefix = "api";
        var queues = QueueSettings.Default;
        if (host.Object("extensions") is not { } extensions)
            return (prefix, queues);
        if (extensions.Object("http") is { } http)
        {
            prefix = http.Text("routePrefix") ?? prefix;
            http.NothingElse();
        }
        if (extensions.Object("queues") is { } settings)
            queues = QueueSettings.Read(settings);
        extensions.NothingElse();
        return (prefix.Trim('/'), queues);
    }
}

/// <summary>How queues are read: <c>extensions.queues</c> of <c>host.json</c>, with the host's defaults.</summary>
internal sealed record QueueSettings(
    int BatchSize, int NewBatchThreshold, int MaxDequeueCount, TimeSpan VisibilityTimeout, TimeSpan MaxPollingInterval, bool Base64)
{
    public static QueueSettings Default { get; } = new(16, 8, 5, TimeSpan.Zero, TimeSpan.FromMinutes(1), Base64: true);

    public static QueueSettings Read(StrictObject queues)
    {
        var batchSize = queues.Number("batchSize", 1, 32) ?? Default.BatchSize;
        var encoding = queues.Text("messageEncoding") ?? "base64";
        var read = new QueueSettings(
            batchSize,
            queues.Number("newBatchThreshold", 0, 1000) ?? batchSize / 2,
            queues.Number("maxDequeueCount", 1, 1000) ?? Default.MaxDequeueCount,
            queues.Duration("visibilityTimeout") ?? Default.VisibilityTimeout,
            queues.Duration("maxPollingInterval") ?? Default.MaxPollingInterval,
            encoding == "base64");
        if (encoding is not ("base64" or "none"))
            throw queues.Refuse("\"messageEncoding\" must be \"base64\" or \"none\"");
        if (read.MaxPollingInterval < TimeSpan.FromMilliseconds(100))
            throw queues.Refuse("\"maxPollingInterval\" must be 100 ms or more");
        queues.NothingElse();
        return read;
    }
}
