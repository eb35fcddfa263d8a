using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// Counters that all instances share, in the table <c>limits</c>: a row a key, which holds its newest window only. Keys are hashed, so that no
/// address or id stands there.
/// </summary>
public sealed class LimitStore(StorageAccount account)
{
    private const string CounterRow = "c";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Limits);

    /// <summary>Takes from what a key has left in a window.</summary>
    /// <param name="windowStart">Where the counter is in a later window, by another instance's clock, that one counts.</param>
    /// <param name="block">How many are wanted.</param>
    /// <param name="most">How many there are in a window.</param>
    /// <returns>How many were got; 0 where none is left.</returns>
    public async Task<int> TakeAsync(string key, DateTimeOffset windowStart, int block, int most, CancellationToken cancellation)
    {
        var partition = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        while (true)
        {
            var stored = await _table.GetEntityIfExistsAsync<TableEntity>(partition, CounterRow, cancellationToken: cancellation);
            var (window, taken) = (windowStart, 0);
            if (stored.HasValue && stored.Value!.GetDateTimeOffset("Window") is { } newest && newest >= windowStart)
                (window, taken) = (newest, stored.Value.GetInt32("Taken")!.Value);
            var got = Math.Min(block, most - taken);
            if (got <= 0)
                return 0;
            var row = new TableEntity(partition, CounterRow) { ["Window"] = window, ["Taken"] = taken + got };
            if (await _table.TryWriteAsync(row, stored.HasValue ? stored.Value!.ETag.ToString() : null, cancellation) is not null)
                return got;
        }
    }
}
