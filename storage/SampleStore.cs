using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Samples and what their checks came to, in the table <c>returns</c>: in the partition of the period that they are drawn from.</summary>
public sealed class SampleStore(StorageAccount account) : ISampleStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Returns);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));

    public async Task<IReadOnlyList<Sample>> ListAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        var samples = new List<Sample>();
        await foreach (var row in _table.RangeAsync(Keys.Partition(programme, period), SampleRow.Prefix, Keys.After(SampleRow.Prefix), cancellation))
            samples.Add(JsonSerializer.Deserialize(await _content.GetAsync(row, cancellation), StoredJson.Default.Sample)!);
        return samples;
    }

    public async Task<bool> TryAddAsync(ProgrammeId programme, PeriodId period, Sample sample, CancellationToken cancellation)
    {
        var row = SampleRow.ToEntity(programme, period, sample);
        await _content.PutAsync(row, JsonSerializer.SerializeToUtf8Bytes(sample, StoredJson.Default.Sample), cancellation);
        return await _table.TryAddAsync(row, cancellation);
    }

    public async Task<IReadOnlyList<CheckOutcome>> OutcomesAsync(ProgrammeId programme, PeriodId period, int sample, CancellationToken cancellation)
    {
        var outcomes = new List<CheckOutcome>();
        var prefix = SampleRow.OutcomesOf(sample);
        await foreach (var row in _table.RangeAsync(Keys.Partition(programme, period), prefix, Keys.After(prefix), cancellation))
            outcomes.Add(SampleRow.ReadOutcome(sample, row));
        return outcomes;
    }
}
