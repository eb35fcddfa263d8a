using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>A return's header as a row.</summary>
internal static class HeaderRow
{
    public static TableEntity ToEntity(ReturnHeader header)
    {
        var row = new TableEntity(Keys.Partition(header.Key), Keys.Header(header.Key.Award))
        {
            ["Status"] = header.Status.ToString(),
            ["Change"] = header.Change,
            ["FormVersion"] = header.FormVersion,
            ["Revision"] = header.Revision,
            ["DraftDiffers"] = header.DraftDiffers,
        };
        Set(row, "Digest", header.Digest);
        Set(row, "FirstSubmittedAt", header.FirstSubmittedAt);
        Set(row, "SubmittedAt", header.SubmittedAt);
        Set(row, "Minutes", header.Minutes);
        Set(row, "ReopenedBecause", header.ReopenedBecause);
        Set(row, "SubmissionKey", header.SubmissionKey);
        Set(row, "SubmissionBody", header.SubmissionBody);
        return row;
    }

    public static ReturnHeader FromEntity(ReturnKey key, TableEntity row) =>
        new(key, Enum.Parse<ReturnStatus>(row.GetString("Status")!), row.GetInt64("Change")!.Value, row.GetInt32("FormVersion")!.Value,
            row.GetInt32("Revision")!.Value, row.GetBoolean("DraftDiffers")!.Value)
        {
            Digest = row.GetString("Digest"),
            FirstSubmittedAt = row.GetDateTimeOffset("FirstSubmittedAt"),
            SubmittedAt = row.GetDateTimeOffset("SubmittedAt"),
            Minutes = row.GetInt32("Minutes"),
            ReopenedBecause = row.GetString("ReopenedBecause"),
            SubmissionKey = row.GetString("SubmissionKey"),
            SubmissionBody = row.GetString("SubmissionBody"),
        };

    private static void Set(TableEntity row, string name, object? value)
    {
        if (value is not null)
            row[name] = value;
    }
}
