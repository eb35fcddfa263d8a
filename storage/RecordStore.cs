using System.Runtime.CompilerServices;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Reads the chains of the record, which are written beside what they are about: in <c>returns</c>, <c>organisations</c>, <c>forms</c> and <c>programmes</c>.</summary>
public sealed class RecordStore(StorageAccount account) : IRecordStore
{
    private readonly TableClient _returns = account.Tables.GetTableClient(StorageNames.Returns);
    private readonly TableClient _organisations = account.Tables.GetTableClient(StorageNames.Organisations);
    private readonly TableClient _programmes = account.Tables.GetTableClient(StorageNames.Programmes);
    private readonly TableClient _forms = account.Tables.GetTableClient(StorageNames.Forms);

    public IAsyncEnumerable<RecordEntry> OfAsync(ReturnKey key, CancellationToken cancellation) =>
        EntriesAsync(_returns, Keys.Partition(key), Keys.EntriesOf(key.Award), cancellation);

    public IAsyncEnumerable<RecordEntry> OfAsync(OrganisationId organisation, CancellationToken cancellation) =>
        EntriesAsync(_organisations, organisation.Value, Keys.Entries, cancellation);

    public IAsyncEnumerable<RecordEntry> OfAsync(FormId form, CancellationToken cancellation) =>
        EntriesAsync(_forms, form.Value, Keys.Entries, cancellation);

    public IAsyncEnumerable<RecordEntry> OfAsync(ProgrammeId programme, CancellationToken cancellation) =>
        EntriesAsync(_programmes, programme.Value, Keys.Entries, cancellation);

    public IAsyncEnumerable<RecordEntry> BetweenAsync(ProgrammeId programme, int from, int to, CancellationToken cancellation) =>
        EntriesAsync(_programmes, programme.Value, Keys.Entry(from), Keys.Entry(to), cancellation);

    public Task<RecordHead> HeadOfAsync(FormId form, CancellationToken cancellation) => HeadAsync(_forms, form.Value, cancellation);

    public Task<RecordHead> HeadOfAsync(ProgrammeId programme, CancellationToken cancellation) => HeadAsync(_programmes, programme.Value, cancellation);

    private static async Task<RecordHead> HeadAsync(TableClient table, string partition, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Head, cancellationToken: cancellation);
        return row.HasValue ? RecordRow.HeadOf(row.Value!) : RecordHead.Empty;
    }

    private static IAsyncEnumerable<RecordEntry> EntriesAsync(TableClient table, string partition, string prefix, CancellationToken cancellation) =>
        EntriesAsync(table, partition, prefix, Keys.After(prefix), cancellation);

    private static async IAsyncEnumerable<RecordEntry> EntriesAsync(
        TableClient table, string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.RangeAsync(partition, from, to, cancellation))
            yield return RecordRow.FromEntity(row);
    }
}
