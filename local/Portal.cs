using System.Net;
using System.Net.Sockets;
using MonitoringReturns.Local.Demo.People;
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
    /// <summary>Whom the sign-in provider offers.</summary>
    public IReadOnlyList<DemoPerson> People { get; init; } = DemoPeople.Of(caseName: null);

    /// <summary>App settings of the function app, beside those of storage, sign-in and mail.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told each step as it begins.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    /// <summary>Receives what the host and the app say.</summary>
    public Action<HostLine> Log { get; init; } = _ => { };
}

/// <summary>The whole portal on this machine: storage, a sign-in provider, a place for its mail, and the function app in the stand-in for its host.</summary>
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

    /// <summary>Azurite's process id, for measuring it.</summary>
    public int StorageProcessId { get; private set; }

    public SignInProvider Provider { get; private set; } = null!;

    /// <summary>Where the mail arrives that the portal sends.</summary>
    public MailSink Mail { get; private set; } = null!;

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
        StorageProcessId = azurite.ProcessId;
        // In Azure the deployment has made them.
        await StorageAccount.Connect(ConnectionString).CreateAllAsync(cancellation);

        // Who signs in is sent back to the portal's address, so the port is chosen before the provider starts.
        var port = options.Port == 0 ? ChildProcess.FreePort() : options.Port;
        var address = new Uri($"http://localhost:{port}");
        await StorageAccount.Connect(ConnectionString).TakeUploadsFromAsync(address, cancellation);
        options.Progress("Starting the sign-in provider and the mail sink...");
        Provider = await SignInProvider.StartAsync(new SignInProviderOptions([address]) { Port = await ProviderPort.OfAsync(_data?.ProviderPort, cancellation), People = options.People }, options.Progress, cancellation);
        _parts.Push(Provider);
        Mail = await MailSink.StartAsync(options.Progress, cancellation);
        _parts.Push(Mail);
        var settings = AppSettings.Of(address, Provider, Mail, await ProtectionKey.OfAsync(_data?.ProtectionKey, cancellation));

        options.Progress("Starting the function app...");
        Host = await FunctionsHost.StartAsync(new FunctionsHostOptions
        {
            AppFolder = layout.Folder,
            Port = port,
            StorageConnectionString = ConnectionString,
            TimerFolder = _data?.Timers,
            Settings = settings.Concat(options.Settings).GroupBy(setting => setting.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal),
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
