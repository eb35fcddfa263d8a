using System.Runtime.CompilerServices;
using Azure;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>The outbox rows of the table <c>returns</c>.</summary>
public sealed class Outbox(StorageAccount account) : IOutbox
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Returns);

    public async Task<OutboxItem?> GetAsync(ProgrammeId programme, PeriodId period, string id, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(programme, period), Keys.Outbox(id), cancellationToken: cancellation);
        return row.HasValue ? OutboxRow.FromEntity(programme, period, row.Value!) : null;
    }

    public async Task DeleteAsync(ProgrammeId programme, PeriodId period, string id, CancellationToken cancellation) =>
        await _table.DeleteEntityAsync(Keys.Partition(programme, period), Keys.Outbox(id), cancellationToken: cancellation);

    public async IAsyncEnumerable<OutboxItem> DueAsync(
        ProgrammeId programme, PeriodId period, DateTimeOffset writtenBefore, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = Keys.Outbox($"{writtenBefore.UtcTicks:D19}|");
        await foreach (var row in _table.RangeAsync(Keys.Partition(programme, period), "o|", last, cancellation))
            if (!(row.GetDateTimeOffset(OutboxRow.NotBefore) > now))
                yield return OutboxRow.FromEntity(programme, period, row);
    }

    public async Task PostponeAsync(OutboxItem item, DateTimeOffset until, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.Partition(item.Key), Keys.Outbox(item.Id)) { [OutboxRow.NotBefore] = until };
        try
        {
            await _table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException error) when (error.Status == 404 && error.IsConflict())
        {
            // It was done meanwhile.
        }
    }
}
