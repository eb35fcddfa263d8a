using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Samples in the table <c>programmes</c>, beside the record that says who drew them; what their checks came to in <c>returns</c>, beside the returns.</summary>
public sealed class SampleStore(StorageAccount account) : ISampleStore
{
    private readonly TableClient _samples = account.Tables.GetTableClient(StorageNames.Programmes);
    private readonly TableClient _outcomes = account.Tables.GetTableClient(StorageNames.Returns);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));

    public async Task<IReadOnlyList<Sample>> ListAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        var samples = new List<Sample>();
        var prefix = SampleRow.PrefixOf(period);
        await foreach (var row in _samples.RangeAsync(programme.Value, prefix, Keys.After(prefix), cancellation))
            samples.Add(JsonSerializer.Deserialize(await _content.GetAsync(row, cancellation), StoredJson.Default.Sample)!);
        return samples;
    }

    public async Task<IReadOnlyList<CheckOutcome>> OutcomesAsync(ProgrammeId programme, PeriodId period, int sample, CancellationToken cancellation)
    {
        var outcomes = new List<CheckOutcome>();
        var prefix = SampleRow.OutcomesOf(sample);
        await foreach (var row in _outcomes.RangeAsync(Keys.Partition(programme, period), prefix, Keys.After(prefix), cancellation))
            outcomes.Add(SampleRow.ReadOutcome(sample, row));
        return outcomes;
    }
}
