using System.Text.Json;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>What a return's newest revision counts as a row; the figures of all measures are its content.</summary>
internal static class ResultsRow
{
    public static TableEntity ToEntity(ReturnKey key, Results results) => new(Keys.Partition(key), Keys.Results(key.Award))
    {
        ["Revision"] = results.Revision,
        ["Figures"] = JsonSerializer.SerializeToUtf8Bytes(results.Figures, StoredJson.Default.IReadOnlyDictionaryIndicatorIdDecimal),
        ["FormVersion"] = results.FormVersion,
        ["Rules"] = CountedMeasures.CurrentRules,
    };
}
