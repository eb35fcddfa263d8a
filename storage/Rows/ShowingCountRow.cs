using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>What was counted of a funder's looks at a period's returns and reports, as a row: by section, and by indicator.</summary>
internal static class ShowingCountRow
{
    /// <summary>The row with what was shown added to it.</summary>
    /// <param name="known">As it was read; null where there is none.</param>
    public static TableEntity Add(string partition, OrganisationId funder, TableEntity? known, Showing showing)
    {
        var row = new TableEntity(partition, Keys.ShowingCount(funder));
        row["Opened"] = Added(known, "Opened", StoredJson.Default.DictionarySectionIdInt32, showing.Sections);
        row["Downloaded"] = Added(known, "Downloaded", StoredJson.Default.DictionaryIndicatorIdInt32, showing.Indicators);
        return row;
    }

    public static ShowingCount Read(TableEntity row) => new(
        OrganisationId.Parse(row.RowKey[Keys.ShowingCounts.Length..]), Of(row, "Opened", StoredJson.Default.DictionarySectionIdInt32), Of(row, "Downloaded", StoredJson.Default.DictionaryIndicatorIdInt32));

    private static Dictionary<T, int> Of<T>(TableEntity? row, string property, JsonTypeInfo<Dictionary<T, int>> type) where T : notnull =>
        row?.GetBinary(property) is { } bytes ? JsonSerializer.Deserialize(bytes, type)! : [];

    private static byte[] Added<T>(TableEntity? row, string property, JsonTypeInfo<Dictionary<T, int>> type, IEnumerable<T> shown) where T : notnull
    {
        var counts = Of(row, property, type);
        foreach (var one in shown)
            counts[one] = counts.GetValueOrDefault(one) + 1;
        return JsonSerializer.SerializeToUtf8Bytes(counts, type);
    }
}
