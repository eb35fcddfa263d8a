using System.Net;
using System.Net.Sockets;
using MonitoringReturns.Local.Host;
using MonitoringReturns.Local.Packaging;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Local;

/// <summary>How the portal is to run on this machine.</summary>
/// <param name="Port">Where to listen on localhost; 0 for any free port.</param>
/// <param name="DataFolder">Where data is kept; null for memory.</param>
public sealed record PortalOptions(int Port, string? DataFolder)
{
    /// <summary>App settings of the function app, beside those of storage.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told each step as it begins.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    /// <summary>Receives what the host and the app say.</summary>
    public Action<HostLine> Log { get; init; } = _ => { };
}

/// <summary>The whole portal on this machine: storage and the function app in the stand-in for its host.</summary>
public sealed class Portal : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();
    private DataFolder? _data;

    private Portal()
    {
    }

    public FunctionsHost Host { get; private set; } = null!;

    /// <summary>Azurite's connection string.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts everything and waits until the portal answers.</summary>
    /// <exception cref="CannotStartException">Something that a person must put right.</exception>
    public static async Task<Portal> StartAsync(PortalOptions options, CancellationToken cancellation = default)
    {
        RefusePortInUse(options.Port);
        var portal = new Portal();
        try
        {
            await portal.StartPartsAsync(options, cancellation);
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

    private async Task StartPartsAsync(PortalOptions options, CancellationToken cancellation)
    {
        if (options.DataFolder is not null)
            _data = await DataFolder.OpenAsync(options.DataFolder, cancellation);
        await NodePackages.EnsureAsync(ProjectFolder.Local, options.Progress, cancellation);
        var layout = await AppLayout.EnsureAsync(AppBuild.Quick, options.Progress, cancellation);

        options.Progress(_data is null ? "Starting Azurite, in memory..." : $"Starting Azurite on {_data.Azurite}...");
        var azurite = await Azurite.StartAsync(_data?.Azurite, options.Progress, cancellation);
        _parts.Push(azurite);
        ConnectionString = azurite.ConnectionString;
        // In Azure the deployment has made them.
        await StorageAccount.Connect(ConnectionString).CreateAllAsync(cancellation);

        options.Progress("Starting the function app...");
        Host = await FunctionsHost.StartAsync(new FunctionsHostOptions
        {
            AppFolder = layout.Folder,
            Port = options.Port,
            StorageConnectionString = ConnectionString,
            TimerFolder = _data?.Timers,
            Settings = options.Settings,
            Log = options.Log,
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
