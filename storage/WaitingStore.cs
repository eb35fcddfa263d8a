using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// What waits for funders, in the table <c>waiting</c>: a partition a funder, a row a return by since when it waits; and beside it, by the return, a row
/// that says where the other is, so that it can be moved or taken away without looking for it. Both are written in one transaction.
/// </summary>
public sealed class WaitingStore(StorageAccount account) : IWaitingStore
{
    private const string Ticks = "Ticks";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Waiting);

    public Task PutAsync(WaitingReturn waiting, CancellationToken cancellation)
    {
        var row = new TableEntity(waiting.Funder.Value, Keys.Waiting(waiting.Since, waiting.Key))
        {
            ["Since"] = waiting.Since,
            ["Status"] = waiting.Status.ToString(),
            ["Revision"] = waiting.Revision,
            ["ForAll"] = waiting.ForAll,
            ["ProgrammeName"] = waiting.Programme,
            ["PeriodName"] = waiting.Period,
            ["ProviderName"] = waiting.Provider,
        };
        return ChangeAsync(waiting.Funder, waiting.Key, row, cancellation);
    }

    public Task RemoveAsync(OrganisationId funder, ReturnKey key, CancellationToken cancellation) => ChangeAsync(funder, key, null, cancellation);

    public async Task<PageOf<WaitingReturn>> ListAsync(OrganisationId funder, string? after, int size, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, funder.Value, "w|", after is null ? null : "w|" + after, size, cancellation);
        return new PageOf<WaitingReturn>([.. page.Items.Select(row => FromEntity(funder, row))], page.Continuation?[2..]);
    }

    /// <param name="row">Null: nothing waits.</param>
    private async Task ChangeAsync(OrganisationId funder, ReturnKey key, TableEntity? row, CancellationToken cancellation)
    {
        while (true)
        {
            var known = await _table.GetEntityIfExistsAsync<TableEntity>(funder.Value, Keys.WaitingPlace(key), cancellationToken: cancellation);
            var place = known.HasValue ? Keys.Waiting(new DateTimeOffset(known.Value!.GetInt64(Ticks)!.Value, TimeSpan.Zero), key) : null;
            if (place is null && row is null)
                return;
            var actions = new List<TableTransactionAction>();
            if (place is not null && place != row?.RowKey)
                actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(funder.Value, place), Azure.ETag.All));
            if (row is null)
                actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(funder.Value, Keys.WaitingPlace(key)), known.Value!.ETag));
            else
            {
                actions.Add(TableCalls.WriteOf(new TableEntity(funder.Value, Keys.WaitingPlace(key)) { [Ticks] = row.GetDateTimeOffset("Since")!.Value.UtcTicks }, known.HasValue ? known.Value!.ETag.ToString() : null));
                actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
            }
            if (await _table.TrySubmitAsync(actions, cancellation))
                return;
        }
    }

    private static WaitingReturn FromEntity(OrganisationId funder, TableEntity row) =>
        new(funder, Keys.ReturnIn(row.RowKey, 2), row.GetDateTimeOffset("Since")!.Value, Enum.Parse<ReturnStatus>(row.GetString("Status")!), row.GetInt32("Revision")!.Value,
            row.GetBoolean("ForAll")!.Value, row.GetString("ProgrammeName")!, row.GetString("PeriodName")!, row.GetString("ProviderName")!);
}
