using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
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
        row.Set("Digest", header.Digest);
        row.Set("FirstSubmittedAt", header.FirstSubmittedAt);
        row.Set("SubmittedAt", header.SubmittedAt);
        row.Set("Minutes", header.Minutes);
        row.Set("ReopenedBecause", header.ReopenedBecause);
        row.Set("SubmissionKey", header.SubmissionKey);
        row.Set("SubmissionBody", header.SubmissionBody);
        row.Set("EditedBy", header.EditedBy?.Value);
        row.Set("EditedOn", header.EditedOn?.ToString("O"));
        RecordRow.SetHead(row, header.Record);
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
            EditedBy = row.GetString("EditedBy") is { } member ? Identifier.Parse<MemberId>(member) : null,
            EditedOn = row.GetString("EditedOn") is { } day ? DateOnly.ParseExact(day, "O") : null,
            Record = RecordRow.HeadOf(row),
        };
}
