using MonitoringReturns.Core;
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
        return found.HasValue && found.Value is { } row ? Of(row) : null;
    }

    public async Task<PageOf<(AwardId Award, Feedback Said)>> ListAsync(ProgrammeId programme, PeriodId period, AwardId? after, int size, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, Keys.Partition(programme, period), Keys.Feedbacks, after is { } last ? Keys.Feedback(last) : null, size, cancellation);
        return new PageOf<(AwardId, Feedback)>(
            [.. page.Items.Select(row => (Identifier.Parse<AwardId>(row.RowKey[Keys.Feedbacks.Length..]), Of(row)))], page.Continuation);
    }

    private static Feedback Of(TableEntity row) =>
        new(row.GetString("Ease") is { } ease ? Enum.Parse<Ease>(ease) : null, row.GetString("Change"), row.GetInt32("Revision")!.Value, row.GetDateTimeOffset("At")!.Value);

    public async Task PutAsync(ReturnKey key, Feedback feedback, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.Partition(key), Keys.Feedback(key.Award)) { ["Revision"] = feedback.Revision, ["At"] = feedback.At };
        row.Set("Ease", feedback.Ease?.ToString());
        row.Set("Change", feedback.Change);
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }
}
