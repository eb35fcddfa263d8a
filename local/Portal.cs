using System.Net;
using System.Net.Sockets;
using MonitoringReturns.Local.Host;
using MonitoringReturns.Local.Packaging;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local;

/// <summary>The whole portal on this machine: storage and the function app in the stand-in for its host.</summary>
public sealed class Portal : IAsyncDisposable
{
    // What the app says of every request would bury what a person should see.
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal) { ["Logging__LogLevel__Default"] = "Warning" };

    private readonly Stack<IAsyncDisposable> _parts = new();
    private DataFolder? _data;

    private Portal()
    {
    }

    public FunctionsHost Host { get; private set; } = null!;

    /// <summary>Azurite's connection string.</summary>
    public string Storage { get; private set; } = "";

    /// <summary>Starts everything and waits until the portal answers.</summary>
    /// <param name="port">Where to listen on localhost; 0 for any free port.</param>
    /// <param name="dataFolder">Where data is kept; null for memory.</param>
    /// <param name="progress">Told each step as it begins.</param>
    /// <param name="log">Receives what the host and the app say.</param>
    /// <exception cref="CannotStartException">Something that a person must put right.</exception>
    public static async Task<Portal> StartAsync(int port, string? dataFolder, Action<string> progress, Action<HostLine> log, CancellationToken cancellation = default)
    {
        RefusePortInUse(port);
        var portal = new Portal();
        try
        {
            await portal.StartPartsAsync(port, dataFolder, progress, log, cancellation);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
        _data?.Dispose();
    }

    private async Task StartPartsAsync(int port, string? dataFolder, Action<string> progress, Action<HostLine> log, CancellationToken cancellation)
    {
        if (dataFolder is not null)
            _data = await DataFolder.OpenAsync(dataFolder, cancellation);
        await NodePackages.EnsureAsync(ProjectFolder.Local, progress, cancellation);
        var layout = await AppLayout.EnsureAsync(AppBuild.Quick, progress, cancellation);

        progress(_data is null ? "Starting Azurite, in memory..." : $"Starting Azurite on {_data.Azurite}...");
        var azurite = await Azurite.StartAsync(_data?.Azurite, progress, cancellation);
        _parts.Push(azurite);
        Storage = azurite.ConnectionString;

        progress("Starting the function app...");
        Host = await FunctionsHost.StartAsync(new FunctionsHostOptions
        {
            AppFolder = layout.Folder,
            Port = port,
            StorageConnectionString = Storage,
            TimerFolder = _data?.Timers,
            Settings = Settings,
            Log = log,
        }, cancellation);
        _parts.Push(Host);
    }

    /// <summary>Says so before the build rather than after it.</summary>
    private static void RefusePortInUse(int port)
    {
        if (port == 0)
            return;
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
        }
        catch (SocketException refused)
        {
            throw new CannotStartException(refused.SocketErrorCode == SocketError.AccessDenied
                ? $"Port {port} may not be listened on: choose one above 1023 with --port."
                : $"Port {port} is in use: stop the program that listens there, or choose another with --port.");
        }
    }
}
