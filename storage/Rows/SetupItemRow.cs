using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>What follows from a change, as a row of its programme's partition.</summary>
internal static class SetupItemRow
{
    public const string Done = "Done";

    public static TableEntity ToEntity(SetupItem item)
    {
        var row = new TableEntity(item.Programme.Value, Keys.Outbox(item.Id))
        {
            ["Deed"] = item.Deed.ToString(),
            ["For"] = item.For.Value,
            ["By"] = item.By.Value,
            ["At"] = item.At,
        };
        row.Set("About", item.About);
        if (item.Version is { } version)
            row["Version"] = version;
        return row;
    }

    public static SetupItem FromEntity(TableEntity row) =>
        new(row.RowKey[Keys.Outbox("").Length..], Identifier.Parse<ProgrammeId>(row.PartitionKey), Enum.Parse<Deed>(row.GetString("Deed")!), row.GetString("About"),
            OrganisationId.Parse(row.GetString("For")!), Identifier.Parse<MemberId>(row.GetString("By")!), row.GetInt32("Version"), row.GetDateTimeOffset("At")!.Value, row.GetString(Done));
}
