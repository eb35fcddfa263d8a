using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>Where a return stands, as a row beside its header.</summary>
internal static class StandingRow
{
    public static readonly GatheredKind<ReturnStanding> Kind = new(
        'c', ["Status", "Revision", "Change", "FirstSubmittedAt", "SubmittedAt"], FromEntity, standing => standing.Award, standing => standing.Change, StoredJson.Default.ReturnStandingArray);

    public static TableEntity ToEntity(ReturnHeader header)
    {
        var row = new TableEntity(Keys.Partition(header.Key), Kind.KeyOf(header.Key.Award))
        {
            ["Status"] = header.Status.ToString(),
            ["Revision"] = header.Revision,
            ["Change"] = header.Change,
        };
        row.Set("FirstSubmittedAt", header.FirstSubmittedAt);
        row.Set("SubmittedAt", header.SubmittedAt);
        return row;
    }

    /// <summary>From such a row, or from a header's.</summary>
    public static ReturnStanding FromEntity(TableEntity row) => new(
        Keys.AwardOf(row.RowKey), Enum.Parse<ReturnStatus>(row.GetString("Status")!), row.GetInt32("Revision")!.Value, row.GetInt64("Change")!.Value,
        row.GetDateTimeOffset("FirstSubmittedAt"), row.GetDateTimeOffset("SubmittedAt"));
}
