using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Form versions in the making, in the table <c>programmes</c>: a row a draft, and a row for the document after each edit.</summary>
public sealed class DraftStore(StorageAccount account) : IDraftStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Programmes);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));

    public async Task<FormDraft?> NewestAsync(ProgrammeId programme, CancellationToken cancellation)
    {
        var newest = await Ranges.PageAfterAsync(_table, programme.Value, Keys.FormDrafts, null, 1, cancellation);
        return newest.Items is [var row] ? await ReadAsync(programme, row, cancellation) : null;
    }

    public async Task<FormDraft?> GetAsync(ProgrammeId programme, int number, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(programme.Value, Keys.FormDraft(number), cancellationToken: cancellation);
        return row.HasValue ? await ReadAsync(programme, row.Value!, cancellation) : null;
    }

    public async Task<FormEdit?> EditAsync(ProgrammeId programme, int draft, int number, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(programme.Value, Keys.FormEdit(draft, number), cancellationToken: cancellation);
        if (!row.HasValue)
            return null;
        var edit = row.Value!;
        return new FormEdit(
            number, edit.GetInt32("Undoes"), edit.GetString("What")!, Identifier.Parse<MemberId>(edit.GetString("By")!), edit.GetDateTimeOffset("At")!.Value,
            FormDocument.Read(await _content.GetAsync(edit, cancellation)))
        {
            As = edit.GetInt32("As"),
        };
    }

    public async Task<IReadOnlyList<EditLine>> EditsAsync(ProgrammeId programme, int draft, int from, int to, CancellationToken cancellation)
    {
        var lines = new List<EditLine>();
        string[] own = ["RowKey", "Undoes", "As", "What", "By", "At"];
        await foreach (var row in _table.RangeAsync(programme.Value, Keys.FormEdit(draft, from), Keys.FormEdit(draft, to), cancellation, select: own))
            lines.Add(new EditLine(
                Keys.EditIn(row.RowKey), row.GetInt32("Undoes"), row.GetInt32("As"), row.GetString("What")!, Identifier.Parse<MemberId>(row.GetString("By")!), row.GetDateTimeOffset("At")!.Value));
        return lines;
    }

    public async Task<bool> TrySaveAsync(FormDraft draft, CancellationToken cancellation)
    {
        var actions = new List<TableTransactionAction>();
        await PaperRow.AddAsync(actions, draft, _content, cancellation);
        return await _table.TrySubmitAsync(actions, cancellation);
    }

    private async Task<FormDraft> ReadAsync(ProgrammeId programme, TableEntity row, CancellationToken cancellation)
    {
        var draft = JsonSerializer.Deserialize(await _content.GetAsync(row, cancellation), StoredJson.Default.FormDraft)!;
        var edit = await EditAsync(programme, draft.Number, draft.Edit, cancellation) ?? throw new InvalidDataException($"Draft {draft.Number} of {programme} has no edit {draft.Edit}.");
        return draft with { Document = edit.Document, Guard = row.ETag.ToString() };
    }
}
