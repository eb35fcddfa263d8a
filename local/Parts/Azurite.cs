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
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

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
        var (blob, queue, table) = (ChildProcess.FreePort(), ChildProcess.FreePort(), ChildProcess.FreePort());
        var program = Path.Combine(ProjectFolder.Local, "node_modules/azurite/dist/src/azurite.js");
        string[] place = dataFolder is null ? ["--inMemoryPersistence"] : ["--location", dataFolder];
        var start = new ProcessStartInfo("node",
            [program, "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}", "--silent", "--skipApiVersionCheck", "--disableTelemetry", .. place])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // TERM lets it save what it holds, should this program be killed.
        var process = await ChildProcess.StartAsync(start, "TERM", dataFolder is null ? null : DataFolder.LockOf(dataFolder));
        var errors = new List<string>();
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) lock (errors) errors.Add(line.Data); };
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) lock (errors) errors.Add(line.Data); };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();

        var azurite = new Azurite(process, blob, queue, table);
        try
        {
            var waited = Stopwatch.StartNew();
            foreach (var port in new[] { blob, queue, table })
                while (!await AnswersAsync(port, cancellation))
                {
                    if (process.HasExited || waited.Elapsed > StartPatience)
                        throw new CannotStartException($"Azurite did not start{(dataFolder is null ? "" : $" on the data in {dataFolder}")}: {LastOf(errors)}.");
                    await Task.Delay(25, cancellation);
                }
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await ChildProcess.EndAsync(_process, EndPatience);
        _process.Dispose();
    }

    private static string LastOf(List<string> lines)
    {
        lock (lines)
            return lines.LastOrDefault(line => line.Length > 0)?.TrimEnd('.') ?? "it said nothing";
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
