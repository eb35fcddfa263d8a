using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Each provider's list of returns in the table <c>pointers</c>: a partition a provider.</summary>
public sealed class PointerStore(StorageAccount account) : IPointerStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Pointers);

    public async Task PutAsync(Pointer pointer, CancellationToken cancellation)
    {
        var (partition, key) = (pointer.Provider.Value, $"{pointer.Key.Programme}|{pointer.Key.Period}|{pointer.Key.Award}");
        while (true)
        {
            var stored = await _table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
            if (stored.HasValue && stored.Value!.GetInt64("Change") >= pointer.Change)
                return;
            var row = new TableEntity(partition, key)
            {
                ["Status"] = pointer.Status.ToString(),
                ["Revision"] = pointer.Revision,
                ["Change"] = pointer.Change,
            };
            if (await _table.TryWriteAsync(row, stored.HasValue ? stored.Value!.ETag.ToString() : null, cancellation) is not null)
                return;
        }
    }

    public async Task<PageOf<Pointer>> ListAsync(OrganisationId provider, string? after, int size, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, provider.Value, "", after, size, cancellation);
        return page.Select(row => FromEntity(provider, row));
    }

    private static Pointer FromEntity(OrganisationId provider, TableEntity row)
    {
        var key = row.RowKey.Split('|');
        return new Pointer(
            provider, new ReturnKey(Identifier.Parse<ProgrammeId>(key[0]), Identifier.Parse<PeriodId>(key[1]), Identifier.Parse<AwardId>(key[2])),
            Enum.Parse<ReturnStatus>(row.GetString("Status")!), row.GetInt32("Revision")!.Value, row.GetInt64("Change")!.Value);
    }
}
