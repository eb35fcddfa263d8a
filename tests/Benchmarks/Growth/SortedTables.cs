using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Benchmarks.Growth;

/// <summary>
/// Ready rows behind the table service's protocol, read only, that finds a page by its key as Azure does. Azurite looks through all rows
/// of a table for each page: over it every line bends, whoever reads.
/// </summary>
internal sealed partial class SortedTables : IAsyncDisposable
{
    private const int MostInPage = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Table, string Partition), SortedRows> _partitions = [];
    private readonly ConcurrentDictionary<(byte[] Row, string Select), byte[]> _selected = new();
    private readonly WebApplication _app;

    private SortedTables(WebApplication app) => _app = app;

    // The key is the emulator's published one; nothing here looks at signatures.
    public string ConnectionString =>
        $"AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint={Service("tables")};BlobEndpoint={Service("blobs")};QueueEndpoint={Service("queues")}";

    public static async Task<SortedTables> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var tables = new SortedTables(app);
        app.Run(tables.AnswerAsync);
        await app.StartAsync();
        return tables;
    }

    /// <summary>Adds rows; all are there before the first is read.</summary>
    public void Add(string table, TableEntity row)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        json.Write("{\"odata.etag\":\"W/\\\"1\\\"\","u8);
        var own = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(own, EntityWriter.Options))
            EntityWriter.Write(writer, row);
        json.Write(own.WrittenSpan[1..]);
        var bytes = json.WrittenSpan.ToArray();
        lock (_lock)
        {
            if (!_partitions.TryGetValue((table, row.PartitionKey), out var partition))
                _partitions[(table, row.PartitionKey)] = partition = new SortedRows();
            partition.Add(row.RowKey, bytes);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private string Service(string name) => $"{_app.Urls.First()}/{name}";

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var asked = path["/tables/".Length..];
        if (OneRow().Match(asked) is { Success: true } one)
        {
            await WriteAsync(context, PartitionOf(one)?.Find(one.Groups["row"].Value) is { } found ? [found] : null);
            return;
        }
        var filter = Range().Match(context.Request.Query["$filter"].ToString());
        if (!filter.Success)
            throw new InvalidOperationException($"Nobody asks {asked}{context.Request.QueryString}.");
        var table = asked[..asked.IndexOf('(', StringComparison.Ordinal)];
        var from = context.Request.Query["NextRowKey"] is [{ } next] ? next : filter.Groups["from"].Value + (filter.Groups["after"].Value == "gt" ? "\0" : "");
        var size = int.TryParse(context.Request.Query["$top"], out var top) ? top : MostInPage;
        var (rows, more) = PartitionOf(table, filter.Groups["partition"].Value)?.Page(from, filter.Groups["to"].Value, size) ?? ([], null);
        if (more is not null)
        {
            context.Response.Headers["x-ms-continuation-NextPartitionKey"] = filter.Groups["partition"].Value;
            context.Response.Headers["x-ms-continuation-NextRowKey"] = more;
        }
        if (context.Request.Query["$select"] is [{ Length: > 0 } select])
            rows = [.. rows.Select(row => _selected.GetOrAdd((row, select), static one => Selected(one.Row, one.Select)))];
        await WriteAsync(context, ["{\"value\":["u8.ToArray(), .. rows.SelectMany((row, place) => place == 0 ? new[] { row } : [","u8.ToArray(), row]), "]}"u8.ToArray()]);
    }

    /// <summary>Of a row only what was asked for, as the service leaves the rest out before it sends.</summary>
    private static byte[] Selected(byte[] row, string select)
    {
        var names = select.Split(',').ToHashSet(StringComparer.Ordinal);
        using var json = JsonDocument.Parse(row);
        return JsonSerializer.SerializeToUtf8Bytes(json.RootElement.EnumerateObject()
            .Where(property => names.Contains(property.Name.Split('@')[0]) || property.Name.StartsWith("odata.", StringComparison.Ordinal)).ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal));
    }

    private SortedRows? PartitionOf(Match match) => PartitionOf(match.Groups["table"].Value, match.Groups["partition"].Value);

    private SortedRows? PartitionOf(string table, string partition) => _partitions.GetValueOrDefault((table, partition));

    private static async Task WriteAsync(HttpContext context, IReadOnlyList<byte[]>? parts)
    {
        context.Response.ContentType = "application/json";
        if (parts is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            parts = [Encoding.ASCII.GetBytes("{\"odata.error\":{\"code\":\"ResourceNotFound\",\"message\":{\"lang\":\"en\",\"value\":\"No such row.\"}}}")];
        }
        context.Response.ContentLength = parts.Sum(part => (long)part.Length);
        foreach (var part in parts)
            context.Response.BodyWriter.Write(part);
        await context.Response.BodyWriter.FlushAsync();
    }

    [GeneratedRegex(@"^(?<table>[a-z]+)\(PartitionKey='(?<partition>[^']*)',RowKey='(?<row>[^']*)'\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneRow();

    [GeneratedRegex("^PartitionKey eq '(?<partition>[^']*)' and RowKey (?<after>ge|gt) '(?<from>[^']*)' and RowKey le '(?<to>[^']*)'$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();
}
