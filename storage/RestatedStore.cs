using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// What was restated after a funder had downloaded it, in the table <c>restated</c>: a partition a funder; a row <c>n|</c> a return until somebody has seen
/// it, then a row <c>s|</c> that says up to which revision, so that what is told twice is not shown twice.
/// </summary>
public sealed class RestatedStore(StorageAccount account) : IRestatedStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Restated);

    public async Task PutAsync(RestatedReturn restated, CancellationToken cancellation)
    {
        var partition = restated.Funder.Value;
        while (true)
        {
            var finding = _table.GetEntityIfExistsAsync<TableEntity>(partition, Keys.RestatedSeen(restated.Key), cancellationToken: cancellation);
            var known = await _table.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Restated(restated.Key), cancellationToken: cancellation);
            var seen = await finding;
            if ((known.HasValue && known.Value!.GetInt32("Revision") >= restated.Revision) || (seen.HasValue && seen.Value!.GetInt32("Revision") >= restated.Revision))
                return;
            var row = new TableEntity(partition, Keys.Restated(restated.Key))
            {
                ["From"] = restated.From,
                ["Revision"] = restated.Revision,
                ["Downloaded"] = restated.Downloaded.ToString("O"),
                ["At"] = restated.At,
                ["ProgrammeName"] = restated.Programme,
                ["PeriodName"] = restated.Period,
                ["ProviderName"] = restated.Provider,
                ["Figures"] = JsonSerializer.SerializeToUtf8Bytes(restated.Figures, StoredJson.Default.IReadOnlyListRestatedFigure),
            };
            if (await _table.TryWriteAsync(row, known.HasValue ? known.Value!.ETag.ToString() : null, cancellation) is not null)
                return;
        }
    }

    public async Task<PageOf<RestatedReturn>> ListAsync(OrganisationId funder, string? after, int size, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, funder.Value, "n|", after is null ? null : "n|" + after, size, cancellation);
        return new PageOf<RestatedReturn>([.. page.Items.Select(row => FromEntity(funder, row))], page.Continuation?[2..]);
    }

    public async Task<RestatedReturn?> GetAsync(OrganisationId funder, ReturnKey key, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(funder.Value, Keys.Restated(key), cancellationToken: cancellation);
        return row.HasValue ? FromEntity(funder, row.Value!) : null;
    }

    public async Task<bool> SeenAsync(OrganisationId funder, ReturnKey key, int revision, MemberId by, DateTimeOffset at, CancellationToken cancellation)
    {
        var known = await _table.GetEntityIfExistsAsync<TableEntity>(funder.Value, Keys.Restated(key), cancellationToken: cancellation);
        if (!known.HasValue || known.Value!.GetInt32("Revision") != revision)
            return false;
        return await _table.TrySubmitAsync(
            [
                new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(funder.Value, Keys.Restated(key)), known.Value.ETag),
                new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, new TableEntity(funder.Value, Keys.RestatedSeen(key)) { ["Revision"] = revision, ["By"] = by.Value, ["At"] = at }),
            ],
            cancellation);
    }

    private static RestatedReturn FromEntity(OrganisationId funder, TableEntity row) =>
        new(funder, Keys.ReturnIn(row.RowKey, 1), row.GetInt32("From")!.Value, row.GetInt32("Revision")!.Value, DateOnly.ParseExact(row.GetString("Downloaded")!, "O"),
            row.GetDateTimeOffset("At")!.Value, row.GetString("ProgrammeName")!, row.GetString("PeriodName")!, row.GetString("ProviderName")!,
            JsonSerializer.Deserialize(row.GetBinary("Figures"), StoredJson.Default.IReadOnlyListRestatedFigure)!);
}
