namespace MonitoringReturns.Local.Parts;

/// <summary>Azurite, Microsoft's emulator of Azure Storage, as a child process on free loopback ports.</summary>
public sealed class Azurite : IAsyncDisposable
{
    // The emulator's one well-known account and key, published with it; it opens nothing but an emulator.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly NodeProgram _program;

    private Azurite(NodeProgram program, int blobPort, int queuePort, int tablePort)
    {
        _program = program;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
            $"BlobEndpoint=http://127.0.0.1:{blobPort}/{Account};QueueEndpoint=http://127.0.0.1:{queuePort}/{Account};" +
            $"TableEndpoint=http://127.0.0.1:{tablePort}/{Account};";
    }

    public string ConnectionString { get; }

    /// <summary>Process id, for measuring it.</summary>
    public int ProcessId => _program.ProcessId;

    /// <summary>Starts it and waits until all three services answer.</summary>
    /// <param name="dataFolder">Where it keeps its data; null for memory.</param>
    /// <exception cref="CannotStartException">Node is missing, or it did not start.</exception>
    public static async Task<Azurite> StartAsync(string? dataFolder, Action<string> progress, CancellationToken cancellation = default)
    {
        var (blob, queue, table) = (ChildProcess.FreePort(), ChildProcess.FreePort(), ChildProcess.FreePort());
        string[] place = dataFolder is null ? ["--inMemoryPersistence"] : ["--location", dataFolder];
        var program = await NodeProgram.StartAsync(
            dataFolder is null ? "Azurite" : $"Azurite on the data in {dataFolder}",
            [
                "node_modules/azurite/dist/src/azurite.js", "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}",
                "--silent", "--skipApiVersionCheck", "--disableTelemetry", .. place,
            ],
            [blob, queue, table], input: null, dataFolder is null ? null : DataFolder.LockOf(dataFolder), progress, cancellation);
        return new Azurite(program, blob, queue, table);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
