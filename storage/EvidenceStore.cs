using MonitoringReturns.Core;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>What is known of evidence files, in the table <c>returns</c>: a row a file, in its return's partition.</summary>
public sealed class EvidenceStore(StorageAccount account) : IEvidenceStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Returns);

    public async Task<IReadOnlyList<StoredFile>> OfAsync(ReturnKey key, QuestionId? question, CancellationToken cancellation)
    {
        var files = new List<StoredFile>();
        var prefix = question is { } one ? Keys.FilesOf(key.Award, one) : Keys.FilesOf(key.Award);
        await foreach (var row in _table.RangeAsync(Keys.Partition(key), prefix, Keys.After(prefix), cancellation))
            files.Add(FileRow.FromEntity(key, row));
        return files;
    }

    public async Task<StoredFile?> GetAsync(ReturnKey key, QuestionId question, FileId file, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(key), Keys.File(key.Award, question, file), cancellationToken: cancellation);
        return row.HasValue ? FileRow.FromEntity(key, row.Value!) : null;
    }

    public Task<bool> TrySaveAsync(FileWrite write, OutboxItem? item, CancellationToken cancellation)
    {
        var actions = new List<TableTransactionAction> { TableCalls.WriteOf(FileRow.ToEntity(write.File), write.Guard) };
        if (item is not null)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, OutboxRow.ToEntity(item)));
        return _table.TrySubmitAsync(actions, cancellation);
    }

    public Task DeleteAsync(EvidenceFile file, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Keys.Partition(file.Return), Keys.File(file.Return.Award, file.Question, file.Id), cancellationToken: cancellation);
}
