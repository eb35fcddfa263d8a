using System.Collections.Concurrent;
using Azure;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Form versions in the table <c>forms</c>: a partition a form, a row a version. A version never changes, so what was read once stays in memory.</summary>
public sealed class FormStore(StorageAccount account) : IFormStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Forms);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));
    private readonly ConcurrentDictionary<(FormId, int), FormVersion> _known = new();

    public async Task<FormVersion?> GetAsync(FormId form, int version, CancellationToken cancellation)
    {
        if (_known.TryGetValue((form, version), out var known))
            return known;
        return await GetDocumentAsync(form, version, cancellation) is { } document ? _known[(form, version)] = FormVersion.Read(document.Span) : null;
    }

    public async Task<ReadOnlyMemory<byte>?> GetDocumentAsync(FormId form, int version, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(form.Value, KeyOf(version), cancellationToken: cancellation);
        if (!row.HasValue)
            return null;
        return await _content.GetAsync(row.Value!, cancellation);
    }

    public async Task AddAsync(ReadOnlyMemory<byte> document, CancellationToken cancellation)
    {
        var version = FormVersion.Read(document.Span);
        var row = new TableEntity(version.Form.Value, KeyOf(version.Number)) { ["ContentHash"] = version.ContentHash };
        await _content.PutAsync(row, document, cancellation);
        if (await _table.TryAddAsync(row, cancellation))
            return;
        var stands = await GetAsync(version.Form, version.Number, cancellation);
        if (!string.Equals(stands?.ContentHash, version.ContentHash, StringComparison.Ordinal))
            throw new FormDefinitionException($"version {version.Number}", $"form {version.Form} has another version {version.Number} already; a version never changes, so give this one the next number");
    }

    private static string KeyOf(int version) => $"v|{version:D4}";
}
