using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>An entry of the record as a row, whose key ends with its number; and where a chain stands, as properties of what it is about.</summary>
internal static class RecordRow
{
    private const string Count = "RecordCount";
    private const string HeadDigest = "RecordDigest";

    public static TableEntity ToEntity(string partition, string key, RecordEntry entry)
    {
        var row = new TableEntity(partition, key)
        {
            ["At"] = entry.At,
            ["By"] = entry.By.Value,
            ["Deed"] = entry.Deed.ToString(),
            ["Digest"] = entry.Digest,
        };
        row.Set("For", entry.For?.Value);
        row.Set("About", entry.About);
        row.Set("StateBefore", entry.Before);
        row.Set("StateAfter", entry.After);
        row.Set("Previous", entry.Previous.Length == 0 ? null : entry.Previous);
        return row;
    }

    /// <summary>As it stands there, sound or not: whoever reads it judges.</summary>
    public static RecordEntry FromEntity(TableEntity row) =>
        new(int.Parse(row.RowKey.AsSpan(row.RowKey.LastIndexOfAny(['!', '|']) + 1)), row.GetDateTimeOffset("At")!.Value,
            Identifier.Parse<MemberId>(row.GetString("By")!), row.GetString("For") is { } organisation ? OrganisationId.Parse(organisation) : null,
            Enum.Parse<Deed>(row.GetString("Deed")!), row.GetString("About"), row.GetString("StateBefore"), row.GetString("StateAfter"),
            row.GetString("Previous") ?? "", row.GetString("Digest")!);

    public static void SetHead(TableEntity row, RecordHead head)
    {
        if (head.Count == 0)
            return;
        row[Count] = head.Count;
        row[HeadDigest] = head.Digest;
    }

    public static RecordHead HeadOf(TableEntity row) =>
        row.GetInt32(Count) is { } count ? new RecordHead(count, row.GetString(HeadDigest)!) : RecordHead.Empty;
}
