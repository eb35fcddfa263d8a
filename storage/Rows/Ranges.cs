using MonitoringReturns.Core;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>Reads runs of rows of one partition, a page at a time, the next page while this one is used.</summary>
internal static class Ranges
{
    /// <summary>Every row from one key to another, both included.</summary>
    public static IAsyncEnumerable<TableEntity> RangeAsync(
        this TableClient table, string partition, string from, string to, CancellationToken cancellation, int size = Pages.Size, IReadOnlyList<string>? select = null)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey le {to}");
        return Pages.AllAsync((next, stop) => PageAsync(table, filter, next, size, stop, select), cancellation);
    }

    /// <summary>A page of rows that a filter lets through.</summary>
    /// <param name="select">The only properties that are wanted; null for all.</param>
    public static async Task<PageOf<TableEntity>> PageAsync(
        TableClient table, string? filter, string? continuation, int size, CancellationToken cancellation, IReadOnlyList<string>? select = null)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(filter, maxPerPage: size, select, cancellation).AsPages(continuation, size))
            return new PageOf<TableEntity>(page.Values, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        return new PageOf<TableEntity>([], null);
    }

    /// <summary>
    /// A page of rows of one partition that goes on after a row key, so that where the next page starts is a key that people may see and send.
    /// </summary>
    /// <param name="after">The last key of the page before; null for the first.</param>
    public static async Task<PageOf<TableEntity>> PageAfterAsync(
        TableClient table, string partition, string prefix, string? after, int size, CancellationToken cancellation, IReadOnlyList<string>? select = null)
    {
        var filter = after is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey le {Keys.After(prefix)}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey le {Keys.After(prefix)}");
        await foreach (var page in table.QueryAsync<TableEntity>(filter, maxPerPage: size, select, cancellation).AsPages(null, size))
            if (page.Values.Count > 0)
                return new PageOf<TableEntity>(page.Values, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.Values[^1].RowKey);
        return new PageOf<TableEntity>([], null);
    }

    public static PageOf<T> Select<T>(this PageOf<TableEntity> page, Func<TableEntity, T> read) => new([.. page.Items.Select(read)], page.Continuation);
}
