using Azure;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Parts;
using static MonitoringReturns.Tests.Storage.Tables.TestTables;

namespace MonitoringReturns.Tests.Storage.Tables;

public sealed class TransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Transaction_OfEveryAction_IsDoneWithAnETagForEach()
    {
        var table = await CreateAsync(azurite);
        var stored = new Dictionary<string, ETag>(StringComparer.Ordinal);
        foreach (var row in new[] { "merged", "replaced", "deleted", "upserted" })
            stored[row] = (await table.AddEntityAsync(new TableEntity("p", row) { ["Old"] = 1 })).Headers.ETag!.Value;
        TableEntity New(string row) => new("p", row) { ["New"] = 2 };

        var done = (await table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, New("added")),
            new(TableTransactionActionType.UpdateMerge, New("merged"), stored["merged"]),
            new(TableTransactionActionType.UpdateReplace, New("replaced"), stored["replaced"]),
            new(TableTransactionActionType.Delete, New("deleted"), stored["deleted"]),
            new(TableTransactionActionType.UpsertMerge, New("upserted")),
            new(TableTransactionActionType.UpsertReplace, New("fresh")),
        ])).Value;

        var rows = (await AllAsync(table.QueryAsync<TableEntity>())).ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        Assert.Equal(["added", "fresh", "merged", "replaced", "upserted"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([1, null, 1, null], new[] { "merged", "replaced", "upserted", "added" }.Select(row => rows[row].GetInt32("Old")));
        Assert.All(rows.Values, row => Assert.Equal(2, row.GetInt32("New")));
        Assert.All(done, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(
            [rows["added"].ETag, rows["merged"].ETag, rows["replaced"].ETag, null, rows["upserted"].ETag, rows["fresh"].ETag],
            done.Select(answer => answer.Headers.ETag));
    }

    [Fact]
    public async Task Transaction_WithOneConflict_DoesNothingAndSaysWhich()
    {
        var table = await CreateAsync(azurite);
        await table.AddEntityAsync(Row("taken"));
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, Row("a")),
            new(TableTransactionActionType.UpsertReplace, Row("b")),
            new(TableTransactionActionType.Add, Row("taken")),
            new(TableTransactionActionType.Add, Row("c")),
        ]));
        Assert.Equal((409, "EntityAlreadyExists", 2), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal("taken", Assert.Single(await AllAsync(table.QueryAsync<TableEntity>())).RowKey);
    }

    [Fact]
    public async Task Transaction_WithAnOldETag_Is412AndDoesNothing()
    {
        var table = await CreateAsync(azurite);
        var old = (await table.AddEntityAsync(Row("header"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("header"));
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, Row("revision")),
            new(TableTransactionActionType.UpdateReplace, Row("header"), old),
        ]));
        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "revision")).HasValue);
    }

    [Fact]
    public async Task Transaction_OfAHundredRows_IsDone()
    {
        var table = await CreateAsync(azurite);
        var done = await table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(n => new TableTransactionAction(TableTransactionActionType.Add, Row($"{n:D3}"))));
        Assert.Equal(100, done.Value.Count);
        Assert.Equal(100, (await AllAsync(table.QueryAsync<TableEntity>())).Count);
    }

    [Fact]
    public async Task Transaction_OnAMissingTable_SaysTableNotFound()
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(NewName());
        var failure = await RefusalAsync(() => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, Row("r"))]));
        Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task Transaction_WithTextThatLooksLikeABoundary_KeepsIt()
    {
        var table = await CreateAsync(azurite);
        const string Text = "\r\n--changeset_monitoringreturns--\r\n--batch_monitoringreturns--\r\nHTTP/1.1 409 DELETE http://x {\"a\":1}\u2028";
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r") { ["Text"] = Text })]);
        Assert.Equal(Text, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetString("Text"));
    }
}
