namespace MonitoringReturns.Local.Host;

/// <summary>What the stand-in for the Functions host needs to know.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The app in its deployed layout.</summary>
    public required string AppFolder { get; init; }

    /// <summary>Where to listen on localhost; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>The storage that queues live in, given to the app as <c>AzureWebJobsStorage</c>.</summary>
    public required string StorageConnectionString { get; init; }

    /// <summary>App settings: environment variables of the handler. They win over <c>AzureWebJobsStorage</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Receives what the host and the handler say. Called from many threads.</summary>
    public Action<HostLine> Log { get; init; } = _ => { };

    /// <summary>Where timers remember when they ran; null: they forget when the host stops.</summary>
    public string? TimerFolder { get; init; }

    /// <summary>How long a message is hidden while its invocation runs; renewed at half of it.</summary>
    public TimeSpan MessageLease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>In place of <c>visibilityTimeout</c> of host.json, for tests that cannot wait.</summary>
    public TimeSpan? VisibilityTimeout { get; init; }

    /// <summary>In place of <c>functionTimeout</c> of host.json.</summary>
    public TimeSpan? FunctionTimeout { get; init; }

    /// <summary>How long the handler may take to answer a web request.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(230);

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>A line for the log. Lines that the handler wrote to standard error count as errors, as they do in Azure.</summary>
public sealed record HostLine(bool FromHandler, bool IsError, string Text);
