using System.Buffers;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;

namespace MonitoringReturns.Storage.Tables;

/// <summary>A query's pages. Each body is read from the wire into one pooled array and parsed there.</summary>
/// <param name="address">Ends with ? or &amp;.</param>
internal sealed class TablePages<T>(TablePipeline pipeline, string address, int? maxPerPage, CancellationToken cancellation)
    : AsyncPageable<T>(cancellation)
    where T : class, ITableEntity
{
    private const int MaxTries = 3;
    private const int FirstGuess = 64 * 1024;
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~% ");

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        ReadPagesAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);

    private async IAsyncEnumerable<Page<T>> ReadPagesAsync(string? token, int? size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var names = new PropertyNames();
        do
        {
            var page = await ReadPageAsync(AddressOf(token, size), names, cancellation);
            token = page.ContinuationToken;
            yield return page;
        }
        while (token is not null);
    }

    private async Task<Page<T>> ReadPageAsync(string address, PropertyNames names, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            using var message = pipeline.CreateMessage(RequestMethod.Get, address);
            message.BufferResponse = false;
            var response = await pipeline.SendAsync(message, cancellation);
            if (response.Status != 200)
                throw TablePipeline.Failure(response);
            try
            {
                var rows = await ReadRowsAsync(response, names, cancellation);
                return Page<T>.FromValues((IReadOnlyList<T>)(object)rows, TokenOf(response), response);
            }
            catch (IOException) when (tries < MaxTries)
            {
                // The transfer broke off after the pipeline had handed over; reading again is harmless.
            }
        }
    }

    private static async ValueTask<List<TableEntity>> ReadRowsAsync(Response response, PropertyNames names, CancellationToken cancellation)
    {
        var stream = response.ContentStream!;
        var buffer = ArrayPool<byte>.Shared.Rent((response.Headers.ContentLength ?? FirstGuess) + 1);
        var length = 0;
        // When reading fails the array is left to the garbage collector: the transport may not be done with it.
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellation) is > 0 and var read)
        {
            length += read;
            if (length == buffer.Length)
                buffer = Grow(buffer);
        }
        var rows = EntityReader.ReadPage(buffer.AsSpan(0, length), names);
        ArrayPool<byte>.Shared.Return(buffer);
        return rows;
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    // The token is the two keys to go on from, each escaped, a space between; the second may be missing.
    private static string? TokenOf(Response response) =>
        !response.Headers.TryGetValue(NextPartition, out var partition) ? null
        : response.Headers.TryGetValue(NextRow, out var row) ? $"{Uri.EscapeDataString(partition)} {Uri.EscapeDataString(row)}"
        : Uri.EscapeDataString(partition);

    private string AddressOf(string? token, int? size)
    {
        var result = address;
        if (size is not null)
            result += $"$top={size}&";
        if (token is null)
            return result[..^1];
        if (token.Length == 0 || token.AsSpan().ContainsAnyExcept(TokenCharacters) || token.Count(' ') > 1)
            throw new ArgumentException("The continuation token is not one of a query's.", nameof(token));
        var keys = token.Split(' ');
        result += $"NextPartitionKey={keys[0]}";
        return keys.Length == 1 ? result : $"{result}&NextRowKey={keys[1]}";
    }
}
