using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>A note of a review meeting as a row of its programme's partition.</summary>
internal static class ReviewNoteRow
{
    private const string Day = "yyyy-MM-dd";

    public static string PrefixOf(AwardId award) => $"m|{award}!";

    public static TableEntity ToEntity(ProgrammeId programme, AwardId award, ReviewNote note)
    {
        var row = new TableEntity(programme.Value, $"{PrefixOf(award)}{note.Number:D6}") { ["MetOn"] = note.On.ToString(Day), ["Agreed"] = note.Agreed };
        row.Set("Corrects", note.Corrects);
        Set(row, "Written", note.Written);
        if (note.Confirmed is { } confirmed)
            Set(row, "Confirmed", confirmed);
        return row;
    }

    public static ReviewNote FromEntity(TableEntity row) => new(
        int.Parse(row.RowKey.AsSpan(row.RowKey.IndexOf('!', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture), DateOnly.ParseExact(row.GetString("MetOn")!, Day), row.GetString("Agreed")!,
        row.GetInt32("Corrects"), Read(row, "Written")!, Read(row, "Confirmed"));

    private static void Set(TableEntity row, string what, Confirmation confirmation) =>
        (row[what + "By"], row[what + "For"], row[what + "At"]) = (confirmation.By.Value, confirmation.For.Value, confirmation.At);

    private static Confirmation? Read(TableEntity row, string what) => row.GetString(what + "By") is { } by
        ? new Confirmation(Identifier.Parse<MemberId>(by), OrganisationId.Parse(row.GetString(what + "For")!), row.GetDateTimeOffset(what + "At")!.Value)
        : null;
}
