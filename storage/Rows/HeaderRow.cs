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
        row.Set("RestatedAt", header.RestatedAt);
        row.Set("Minutes", header.Minutes);
        row.Set("ReopenedBecause", header.ReopenedBecause);
        row.Set("SubmissionKey", header.SubmissionKey);
        row.Set("SubmissionBody", header.SubmissionBody);
        row.Set("EditedBy", header.EditedBy?.Value);
        row.Set("EditedOn", header.EditedOn?.ToString("O"));
        row.Set("Queries", header.Queries == 0 ? null : header.Queries);
        row.Set("OpenQueries", header.OpenQueries == 0 ? null : header.OpenQueries);
        row.Set("QueriedFrom", header.QueriedFrom?.ToString());
        row.Set("AcceptedAt", header.AcceptedAt);
        SetSigning(row, header);
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
            RestatedAt = row.GetDateTimeOffset("RestatedAt"),
            Minutes = row.GetInt32("Minutes"),
            ReopenedBecause = row.GetString("ReopenedBecause"),
            SubmissionKey = row.GetString("SubmissionKey"),
            SubmissionBody = row.GetString("SubmissionBody"),
            EditedBy = MemberIn(row, "EditedBy"),
            EditedOn = row.GetString("EditedOn") is { } day ? DateOnly.ParseExact(day, "O") : null,
            Queries = row.GetInt32("Queries") ?? 0,
            OpenQueries = row.GetInt32("OpenQueries") ?? 0,
            QueriedFrom = row.GetString("QueriedFrom") is { } before ? Enum.Parse<ReturnStatus>(before) : null,
            AcceptedAt = row.GetDateTimeOffset("AcceptedAt"),
            Ready = ReadyOf(row),
            SentBack = SentBackOf(row),
            FirstSignature = FirstSignatureOf(row),
            Record = RecordRow.HeadOf(row),
        };

    private static void SetSigning(TableEntity row, ReturnHeader header)
    {
        row.Set("ReadyBy", header.Ready?.By.Value);
        row.Set("ReadyAt", header.Ready?.At);
        row.Set("SentBackBy", header.SentBack?.By.Value);
        row.Set("SentBackAt", header.SentBack?.At);
        row.Set("SentBackNote", header.SentBack?.Note);
        row.Set("FirstSignedBy", header.FirstSignature?.By.Value);
        row.Set("FirstSignedAt", header.FirstSignature?.At);
        row.Set("FirstSignedName", header.FirstSignature?.Signatory.Name);
        row.Set("FirstSignedRole", header.FirstSignature?.Signatory.Role);
        row.Set("FirstSignedMinutes", header.FirstSignature?.Minutes);
        row.Set("FirstSignedKey", header.FirstSignature?.Key);
    }

    private static ReadyMark? ReadyOf(TableEntity row) =>
        MemberIn(row, "ReadyBy") is { } by ? new ReadyMark(by, row.GetDateTimeOffset("ReadyAt")!.Value) : null;

    private static SentBackMark? SentBackOf(TableEntity row) =>
        MemberIn(row, "SentBackBy") is { } by ? new SentBackMark(by, row.GetDateTimeOffset("SentBackAt")!.Value, row.GetString("SentBackNote")!) : null;

    private static FirstSignature? FirstSignatureOf(TableEntity row) => MemberIn(row, "FirstSignedBy") is { } by
        ? new FirstSignature(
            by, row.GetDateTimeOffset("FirstSignedAt")!.Value, new Signatory(row.GetString("FirstSignedName")!, row.GetString("FirstSignedRole")!),
            row.GetInt32("FirstSignedMinutes"), row.GetString("FirstSignedKey")!)
        : null;

    private static MemberId? MemberIn(TableEntity row, string property) => row.GetString(property) is { } member ? Identifier.Parse<MemberId>(member) : null;
}
