using System.Runtime.CompilerServices;
using Azure;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>What waits to be followed in programmes' partitions of the table <c>programmes</c>.</summary>
public sealed class SetupOutbox(StorageAccount account) : ISetupOutbox
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Programmes);

    public async Task<SetupItem?> GetAsync(ProgrammeId programme, string id, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(programme.Value, Keys.Outbox(id), cancellationToken: cancellation);
        return row.HasValue ? SetupItemRow.FromEntity(row.Value!) : null;
    }

    public Task NoteDoneAsync(SetupItem item, string award, CancellationToken cancellation) => MergeAsync(item, SetupItemRow.Done, award, cancellation);

    public async Task DeleteAsync(SetupItem item, CancellationToken cancellation) =>
        await _table.DeleteEntityAsync(item.Programme.Value, Keys.Outbox(item.Id), cancellationToken: cancellation);

    public async IAsyncEnumerable<SetupItem> DueAsync(
        ProgrammeId programme, DateTimeOffset writtenBefore, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in _table.RangeAsync(programme.Value, Keys.Outbox(""), Keys.Outbox($"{writtenBefore.UtcTicks:D19}|"), cancellation))
            if (!(row.GetDateTimeOffset(OutboxRow.NotBefore) > now))
                yield return SetupItemRow.FromEntity(row);
    }

    public Task PostponeAsync(SetupItem item, DateTimeOffset until, CancellationToken cancellation) => MergeAsync(item, OutboxRow.NotBefore, until, cancellation);

    private async Task MergeAsync(SetupItem item, string property, object value, CancellationToken cancellation)
    {
        try
        {
            await _table.UpdateEntityAsync(new TableEntity(item.Programme.Value, Keys.Outbox(item.Id)) { [property] = value }, ETag.All, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException error) when (error.Status == 404 && error.IsConflict())
        {
            // It was done meanwhile.
        }
    }
}
