using Azure.Core;
using Azure.Core.Pipeline;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Benchmarks.Reading;

/// <summary>Reads a programme's rows where they lie ready, and carries all else to storage: who is signed in, limits, what was looked at.</summary>
/// <param name="rows">The address of the ready rows' table service.</param>
internal sealed class RowsElsewhere(Uri rows) : HttpPipelineTransport
{
    private static readonly string[] Tables = [StorageNames.Programmes, StorageNames.Forms, StorageNames.Periods, StorageNames.Returns, StorageNames.Involvements];

    private readonly HttpClientTransport _real = new();

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => _real.Process(Led(message));

    public override ValueTask ProcessAsync(HttpMessage message) => _real.ProcessAsync(Led(message));

    private HttpMessage Led(HttpMessage message)
    {
        var asked = message.Request.Uri.ToUri();
        if (message.Request.Method == RequestMethod.Get && Array.Exists(Tables, table => asked.AbsolutePath.Contains($"/{table}(", StringComparison.Ordinal)))
            message.Request.Uri.Reset(new Uri(rows, $"{rows.AbsolutePath}/{asked.PathAndQuery[asked.PathAndQuery.IndexOf('/', 1)..].TrimStart('/')}"));
        return message;
    }
}
