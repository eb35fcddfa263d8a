using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>What stands beside a programme, as rows of its partition.</summary>
internal static class PaperRow
{
    /// <summary>Adds the writes of a paper to a transaction.</summary>
    public static async Task AddAsync(List<TableTransactionAction> actions, SetupPaper paper, LargeContent content, CancellationToken cancellation)
    {
        switch (paper)
        {
            case FormDraft draft:
                await WriteAsync(Keys.FormDraft(draft.Number), draft, StoredJson.Default.FormDraft, draft.Guard);
                if (draft.Made is { } edit)
                    actions.Add(new TableTransactionAction(TableTransactionActionType.Add, await EditRowAsync(draft, edit, content, cancellation)));
                break;
            case Announcement announced:
                await PutAsync(Keys.Announcement(announced.Version), announced, StoredJson.Default.Announcement);
                break;
            case ReadConfirmation read:
                await PutAsync(Keys.ReadConfirmation(read.Version, read.Provider), read, StoredJson.Default.ReadConfirmation);
                break;
            case FormComment comment:
                await WriteAsync(Keys.FormComment(comment.Draft, comment.Id), comment, StoredJson.Default.FormComment, comment.Guard);
                break;
            case Challenge challenge:
                await WriteAsync(Keys.Challenge(challenge.Id), challenge, StoredJson.Default.Challenge, challenge.Guard);
                break;
            case ModuleProposal module:
                await WriteAsync(Keys.Module(module.Funder.Id, module.Id), module, StoredJson.Default.ModuleProposal, module.Guard);
                break;
            case AnswerUse use:
                await PutAsync(Keys.AnswerUse(use.Year, use.Funder, use.Question), use, StoredJson.Default.AnswerUse);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(paper), paper, "No row is known for this paper.");
        }

        // Where somebody else wrote it since it was read, nothing of the transaction is written.
        async Task WriteAsync<T>(string key, T value, JsonTypeInfo<T> type, string? guard) => actions.Add(TableCalls.WriteOf(await RowAsync(key, value, type), guard));

        async Task PutAsync<T>(string key, T value, JsonTypeInfo<T> type) => actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, await RowAsync(key, value, type)));

        async Task<TableEntity> RowAsync<T>(string key, T value, JsonTypeInfo<T> type)
        {
            var row = new TableEntity(paper.Programme.Value, key);
            await content.PutAsync(row, JsonSerializer.SerializeToUtf8Bytes(value, type), cancellation);
            return row;
        }
    }

    private static async Task<TableEntity> EditRowAsync(FormDraft draft, FormEdit edit, LargeContent content, CancellationToken cancellation)
    {
        var row = new TableEntity(draft.Programme.Value, Keys.FormEdit(draft.Number, edit.Number)) { ["What"] = edit.What, ["By"] = edit.By.Value, ["At"] = edit.At };
        if (edit.Undoes is { } undoes)
            row["Undoes"] = undoes;
        if (edit.As is { } again)
            row["As"] = again;
        await content.PutAsync(row, edit.Document.ToJson(), cancellation);
        return row;
    }
}
