using MonitoringReturns.Core;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Notes of review meetings in the table <c>programmes</c>: rows of an award, beside its versions.</summary>
public sealed class MeetingStore(StorageAccount account) : IMeetingStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Programmes);

    public async Task<IReadOnlyList<ReviewNote>> ListAsync(ProgrammeId programme, AwardId award, CancellationToken cancellation)
    {
        var notes = new List<ReviewNote>();
        var prefix = ReviewNoteRow.PrefixOf(award);
        await foreach (var row in _table.RangeAsync(programme.Value, prefix, Keys.After(prefix), cancellation))
            notes.Add(ReviewNoteRow.FromEntity(row));
        return notes;
    }
}
