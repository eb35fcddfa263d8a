using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>What providers say of the monitoring, in the table <c>returns</c>: a row in the return's partition, the last that was said.</summary>
public sealed class FeedbackStore(StorageAccount account) : IFeedbackStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Returns);

    public async Task<Feedback?> GetAsync(ReturnKey key, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(key), Keys.Feedback(key.Award), cancellationToken: cancellation);
        return found.HasValue && found.Value is { } row
            ? new Feedback(row.GetString("Ease") is { } ease ? Enum.Parse<Ease>(ease) : null, row.GetString("Change"), row.GetInt32("Revision")!.Value, row.GetDateTimeOffset("At")!.Value)
            : null;
    }

    public async Task PutAsync(ReturnKey key, Feedback feedback, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.Partition(key), Keys.Feedback(key.Award)) { ["Revision"] = feedback.Revision, ["At"] = feedback.At };
        row.Set("Ease", feedback.Ease?.ToString());
        row.Set("Change", feedback.Change);
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }
}
