using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MonitoringReturns.Local.Parts;

/// <summary>Azurite, Microsoft's emulator of Azure Storage, as a child process on free loopback ports.</summary>
public sealed class Azurite : IAsyncDisposable
{
    // The emulator's one well-known account and key, published with it; it opens nothing but an emulator.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Azurite(Process process, int blobPort, int queuePort, int tablePort)
    {
        _process = process;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
            $"BlobEndpoint=http://127.0.0.1:{blobPort}/{Account};QueueEndpoint=http://127.0.0.1:{queuePort}/{Account};" +
            $"TableEndpoint=http://127.0.0.1:{tablePort}/{Account};";
    }

    public string ConnectionString { get; }

    /// <summary>Process id, for measuring it.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts it and waits until all three services answer.</summary>
    /// <param name="dataFolder">Where it keeps its data; null for memory.</param>
    /// <exception cref="CannotStartException">Node is missing, or it did not start.</exception>
    public static async Task<Azurite> StartAsync(string? dataFolder, Action<string> progress, CancellationToken cancellation = default)
    {
        await NodePackages.EnsureAsync(ProjectFolder.Local, progress, cancellation);
        var (blob, queue, table) = (FreePort(), FreePort(), FreePort());
        var program = Path.Combine(ProjectFolder.Local, "node_modules/azurite/dist/src/azurite.js");
        string[] place = dataFolder is null ? ["--inMemoryPersistence"] : ["--location", dataFolder];
        var start = new ProcessStartInfo("node",
            [program, "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}", "--silent", "--skipApiVersionCheck", "--disableTelemetry", .. place])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new CannotStartException("node was not found: install Node.js 20 or later (on Debian: apt-get install nodejs npm).");
        }
        var errors = new List<string>();
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) lock (errors) errors.Add(line.Data); };
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) lock (errors) errors.Add(line.Data); };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();

        var waited = Stopwatch.StartNew();
        foreach (var port in new[] { blob, queue, table })
            while (!await AnswersAsync(port, cancellation))
            {
                if (process.HasExited || waited.Elapsed > StartPatience)
                {
                    string said;
                    lock (errors)
                        said = errors.Count == 0 ? "it said nothing" : string.Join(' ', errors.Take(3));
                    if (!process.HasExited)
                        process.Kill(entireProcessTree: true);
                    throw new CannotStartException($"Azurite did not start{(dataFolder is null ? "" : $" on the data in {dataFolder}")}: {said}.");
                }
                await Task.Delay(25, cancellation);
            }
        return new Azurite(process, blob, queue, table);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // SIGTERM lets it save what it holds; only if it does not go is it killed.
            using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
                await kill.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
