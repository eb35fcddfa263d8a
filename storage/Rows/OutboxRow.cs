using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>An outbox item as a row of its return's partition.</summary>
internal static class OutboxRow
{
    public const string NotBefore = "NotBefore";

    public static TableEntity ToEntity(OutboxItem item) =>
        new(Keys.Partition(item.Key), Keys.Outbox(item.Id))
        {
            ["Event"] = item.Event.ToString(),
            ["Award"] = item.Key.Award.Value,
            ["Provider"] = item.Provider.Value,
            ["Status"] = item.Status.ToString(),
            ["Revision"] = item.Revision,
            ["Change"] = item.Change,
            ["At"] = item.At,
        };

    public static OutboxItem FromEntity(ProgrammeId programme, PeriodId period, TableEntity row) =>
        new(row.RowKey[2..], Enum.Parse<OutboxEvent>(row.GetString("Event")!),
            new ReturnKey(programme, period, Identifier.Parse<AwardId>(row.GetString("Award")!)), OrganisationId.Parse(row.GetString("Provider")!),
            Enum.Parse<ReturnStatus>(row.GetString("Status")!), row.GetInt32("Revision")!.Value, row.GetInt64("Change")!.Value, row.GetDateTimeOffset("At")!.Value);
}
