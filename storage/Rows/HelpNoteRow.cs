using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>What a funder did about a request for help, as a row of the return's partition.</summary>
internal static class HelpNoteRow
{
    public static string PrefixOf(AwardId award) => $"n|{award}!";

    public static TableEntity ToEntity(ReturnKey key, HelpNote note) => new(Keys.Partition(key), $"{PrefixOf(key.Award)}{note.Number:D6}")
    {
        ["Standing"] = note.Standing.ToString(),
        ["Words"] = note.Words,
        ["By"] = note.By.Value,
        ["For"] = note.For.Value,
        ["At"] = note.At,
    };

    public static HelpNote FromEntity(TableEntity row) => new(
        int.Parse(row.RowKey.AsSpan(row.RowKey.IndexOf('!', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture), Enum.Parse<HelpStanding>(row.GetString("Standing")!), row.GetString("Words")!,
        Identifier.Parse<MemberId>(row.GetString("By")!), OrganisationId.Parse(row.GetString("For")!), row.GetDateTimeOffset("At")!.Value);
}
