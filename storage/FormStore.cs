using System.Collections.Concurrent;
using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// Form versions in the table <c>forms</c>: a partition a form, a row a version, and the form's record. A version never changes, so what was read
/// once stays in memory.
/// </summary>
public sealed class FormStore(StorageAccount account, TimeProvider? clock = null) : IFormStore
{
    private const string VersionPrefix = "v|";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Forms);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));
    private readonly ConcurrentDictionary<(FormId, int), FormVersion> _known = new();

    public async Task<FormVersion?> GetAsync(FormId form, int version, CancellationToken cancellation)
    {
        if (_known.TryGetValue((form, version), out var known))
            return known;
        return await GetDocumentAsync(form, version, cancellation) is { } document ? _known[(form, version)] = FormVersion.Read(document.Span) : null;
    }

    public async Task<IReadOnlyList<int>> VersionsAsync(FormId form, CancellationToken cancellation)
    {
        var numbers = new List<int>();
        await foreach (var row in _table.RangeAsync(form.Value, VersionPrefix, Keys.After(VersionPrefix), cancellation))
            numbers.Add(int.Parse(row.RowKey.AsSpan(VersionPrefix.Length), CultureInfo.InvariantCulture));
        return numbers;
    }

    public async Task<ReadOnlyMemory<byte>?> GetDocumentAsync(FormId form, int version, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(form.Value, KeyOf(version), cancellationToken: cancellation);
        if (!row.HasValue)
            return null;
        return await _content.GetAsync(row.Value!, cancellation);
    }

    public async Task AddAsync(ReadOnlyMemory<byte> document, MemberId by, OrganisationId? @for, CancellationToken cancellation)
    {
        var version = FormVersion.Read(document.Span);
        var row = new TableEntity(version.Form.Value, KeyOf(version.Number)) { ["ContentHash"] = version.ContentHash };
        await _content.PutAsync(row, document, cancellation);
        while (!await StandsAsync(version, cancellation))
        {
            var stored = await _table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, Keys.Head, cancellationToken: cancellation);
            var before = stored.HasValue ? RecordRow.HeadOf(stored.Value!) : RecordHead.Empty;
            var done = new Done((clock ?? TimeProvider.System).GetUtcNow(), by, @for, Deed.FormVersionAdded, NameOf(version.Number), null, version.ContentHash);
            var entry = RecordChain.Of(version.Form).Next(before, done);
            var head = new TableEntity(row.PartitionKey, Keys.Head);
            RecordRow.SetHead(head, RecordChain.HeadAfter(entry));
            // On a conflict somebody added a version meanwhile, this one or another.
            if (await _table.TrySubmitAsync(
                [
                    TableCalls.WriteOf(head, stored.HasValue ? stored.Value!.ETag.ToString() : null),
                    new TableTransactionAction(TableTransactionActionType.Add, row),
                    new TableTransactionAction(TableTransactionActionType.Add, RecordRow.ToEntity(row.PartitionKey, Keys.Entry(entry.Number), entry)),
                ],
                cancellation))
                return;
        }
    }

    /// <exception cref="FormDefinitionException">Another document has this number.</exception>
    private async Task<bool> StandsAsync(FormVersion version, CancellationToken cancellation)
    {
        var stands = await GetAsync(version.Form, version.Number, cancellation);
        return stands is null || string.Equals(stands.ContentHash, version.ContentHash, StringComparison.Ordinal)
            ? stands is not null
            : throw new FormDefinitionException($"version {version.Number}", $"form {version.Form} has another version {version.Number} already; a version never changes, so give this one the next number");
    }

    private static string NameOf(int version) => $"version {version.ToString(CultureInfo.InvariantCulture)}";

    private static string KeyOf(int version) => $"{VersionPrefix}{version:D4}";
}
