using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Notes of review meetings in the table <c>programmes</c>: rows of an award, beside its versions.</summary>
public sealed class MeetingStore(StorageAccount account) : IMeetingStore
{
    private const string Day = "yyyy-MM-dd";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Programmes);

    public async Task<IReadOnlyList<ReviewNote>> ListAsync(ProgrammeId programme, AwardId award, CancellationToken cancellation)
    {
        var notes = new List<ReviewNote>();
        var prefix = PrefixOf(award);
        await foreach (var row in _table.RangeAsync(programme.Value, prefix, Keys.After(prefix), cancellation))
            notes.Add(FromEntity(row));
        return notes;
    }

    public Task<bool> TryAddAsync(ProgrammeId programme, AwardId award, ReviewNote note, CancellationToken cancellation)
    {
        var row = new TableEntity(programme.Value, KeyOf(award, note.Number)) { ["MetOn"] = note.On.ToString(Day), ["Agreed"] = note.Agreed };
        row.Set("Corrects", note.Corrects);
        Set(row, "Written", note.Written);
        return _table.TryAddAsync(row, cancellation);
    }

    public async Task<bool> TryConfirmAsync(ProgrammeId programme, AwardId award, int number, Confirmation confirmation, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(programme.Value, KeyOf(award, number), cancellationToken: cancellation);
        if (!row.HasValue || row.Value!.GetString("ConfirmedBy") is not null)
            return false;
        Set(row.Value, "Confirmed", confirmation);
        return await _table.TryWriteAsync(row.Value, row.Value.ETag.ToString(), cancellation) is not null;
    }

    private static string PrefixOf(AwardId award) => $"m|{award}!";

    private static string KeyOf(AwardId award, int number) => $"{PrefixOf(award)}{number:D6}";

    private static void Set(TableEntity row, string what, Confirmation confirmation) =>
        (row[what + "By"], row[what + "For"], row[what + "At"]) = (confirmation.By.Value, confirmation.For.Value, confirmation.At);

    private static Confirmation? Read(TableEntity row, string what) => row.GetString(what + "By") is { } by
        ? new Confirmation(Identifier.Parse<MemberId>(by), OrganisationId.Parse(row.GetString(what + "For")!), row.GetDateTimeOffset(what + "At")!.Value)
        : null;

    private static ReviewNote FromEntity(TableEntity row) => new(
        int.Parse(row.RowKey.AsSpan(row.RowKey.IndexOf('!', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture), DateOnly.ParseExact(row.GetString("MetOn")!, Day), row.GetString("Agreed")!,
        row.GetInt32("Corrects"), Read(row, "Written")!, Read(row, "Confirmed"));
}
