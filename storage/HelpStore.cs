using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// What each funder was asked for, in the table <c>help</c>: a partition a funder, each request twice, by return and by time; and the notes on it, which
/// stand with the return.
/// </summary>
public sealed class HelpStore(StorageAccount account) : IHelpStore
{
    private const string Newest = "t|";
    private const string AskedAt = "AskedAt";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Help);
    private readonly TableClient _returns = account.Tables.GetTableClient(StorageNames.Returns);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));

    public Task<PageOf<HelpAsked>> ListAsync(OrganisationId funder, string? after, int size, CancellationToken cancellation) => PageAsync(funder, Newest, after, size, cancellation);

    public Task<PageOf<HelpAsked>> ListOfPeriodAsync(OrganisationId funder, ProgrammeId programme, PeriodId period, string? after, int size, CancellationToken cancellation) =>
        PageAsync(funder, $"k|{programme}|{period}|", after, size, cancellation);

    public async Task PutAsync(OrganisationId funder, ReturnKey key, HelpAsked? asked, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await _table.GetEntityIfExistsAsync<TableEntity>(funder.Value, KeyOf(key), cancellationToken: cancellation);
            if (asked is null && !row.HasValue)
                return;
            var (place, guard) = row.HasValue ? (ListKeyOf((await ReadAsync(row.Value!, cancellation)).AskedAt, key), row.Value!.ETag.ToString()) : (null, null);
            List<TableTransactionAction> actions = [];
            if (place is not null && (asked is null || place != ListKeyOf(asked.AskedAt, key)))
                actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(funder.Value, place)));
            if (asked is null)
                actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(funder.Value, KeyOf(key)), new Azure.ETag(guard!)));
            else
            {
                actions.Add(TableCalls.WriteOf(await RowAsync(funder, KeyOf(key), asked, cancellation), guard));
                actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, await RowAsync(funder, ListKeyOf(asked.AskedAt, key), asked, cancellation)));
            }
            if (await _table.TrySubmitAsync(actions, cancellation))
                return;
        }
    }

    public async Task<IReadOnlyList<HelpNote>> NotesAsync(ReturnKey key, CancellationToken cancellation)
    {
        var notes = new List<HelpNote>();
        var prefix = HelpNoteRow.PrefixOf(key.Award);
        await foreach (var row in _returns.RangeAsync(Keys.Partition(key), prefix, Keys.After(prefix), cancellation))
            notes.Add(HelpNoteRow.FromEntity(row));
        return notes;
    }

    private async Task<PageOf<HelpAsked>> PageAsync(OrganisationId funder, string prefix, string? after, int size, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, funder.Value, prefix, after is null ? null : prefix + after, size, cancellation);
        return new PageOf<HelpAsked>(await Task.WhenAll(page.Items.Select(row => ReadAsync(row, cancellation))), page.Continuation?[prefix.Length..]);
    }

    private async Task<TableEntity> RowAsync(OrganisationId funder, string key, HelpAsked asked, CancellationToken cancellation)
    {
        var row = new TableEntity(funder.Value, key) { [AskedAt] = asked.AskedAt, ["Standing"] = asked.Standing.ToString(), ["Revision"] = asked.Revision };
        await _content.PutAsync(row, JsonSerializer.SerializeToUtf8Bytes(asked, StoredJson.Default.HelpAsked), cancellation);
        return row;
    }

    private async Task<HelpAsked> ReadAsync(TableEntity row, CancellationToken cancellation) =>
        JsonSerializer.Deserialize(await _content.GetAsync(row, cancellation), StoredJson.Default.HelpAsked)!;

    private static string KeyOf(ReturnKey key) => $"k|{NameOf(key)}";

    /// <summary>The later it was asked, the lower the number: the newest comes first.</summary>
    private static string ListKeyOf(DateTimeOffset askedAt, ReturnKey key) => $"{Newest}{long.MaxValue - askedAt.UtcTicks:D19}|{NameOf(key)}";

    private static string NameOf(ReturnKey key) => $"{key.Programme}|{key.Period}|{key.Award}";
}
