using Azure;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Parts;
using static MonitoringReturns.Tests.Storage.Tables.TestTables;

namespace MonitoringReturns.Tests.Storage.Tables;

public sealed class TableClientTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Table_CreatedTwice_IsThereOnce()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var name = NewName();
        Assert.Equal(name, (await service.CreateTableIfNotExistsAsync(name)).Value.Name);
        Assert.Equal(409, (await service.CreateTableIfNotExistsAsync(name)).GetRawResponse().Status);
        var refusal = await RefusalAsync(() => service.CreateTableAsync(name));
        Assert.Equal((409, "TableAlreadyExists"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task Table_DeletedTwice_IsGoneWithoutError()
    {
        var table = await CreateAsync(azurite);
        Assert.Equal(204, (await table.DeleteAsync()).Status);
        Assert.Equal(404, (await table.DeleteAsync()).Status);
        var refusal = await RefusalAsync(() => table.AddEntityAsync(Row("r")));
        Assert.Equal((404, "TableNotFound"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task Add_NewRow_IsReadBackWithItsETag()
    {
        var table = await CreateAsync(azurite);
        var added = await table.AddEntityAsync(Row("r"));
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(("p", "r", "r"), (row.PartitionKey, row.RowKey, row.GetString("Value")));
        Assert.Equal(added.Headers.ETag, row.ETag);
        Assert.True(row.Timestamp > DateTimeOffset.UtcNow.AddMinutes(-5));
    }

    [Fact]
    public async Task Add_Twice_Is409()
    {
        var table = await CreateAsync(azurite);
        await table.AddEntityAsync(Row("r"));
        var refusal = await RefusalAsync(() => table.AddEntityAsync(Row("r")));
        Assert.Equal((409, "EntityAlreadyExists"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task Get_MissingRow_Is404OrWithoutValue()
    {
        var table = await CreateAsync(azurite);
        var refusal = await RefusalAsync(() => table.GetEntityAsync<TableEntity>("p", "none"));
        Assert.Equal((404, "ResourceNotFound"), (refusal.Status, refusal.ErrorCode));
        var missing = await table.GetEntityIfExistsAsync<TableEntity>("p", "none");
        Assert.False(missing.HasValue);
        Assert.Equal(404, missing.GetRawResponse().Status);
        await table.AddEntityAsync(Row("r"));
        Assert.Equal("r", (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!.RowKey);
    }

    [Fact]
    public async Task Get_WithSelect_HasOnlyWhatWasPicked()
    {
        var table = await CreateAsync(azurite);
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });
        var row = (await table.GetEntityAsync<TableEntity>("p", "r", ["B"])).Value;
        Assert.Equal((null, 2), (row.GetInt32("A"), row.GetInt32("B")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, 1)]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task Upsert_OnARow_MergesOrReplaces(TableUpdateMode mode, int? expectedOfOld)
    {
        var table = await CreateAsync(azurite);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Old"] = 1 }, mode);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["New"] = 2 }, mode);
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((expectedOfOld, 2), (row.GetInt32("Old"), row.GetInt32("New")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, 1)]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task Update_WithItsETag_MergesOrReplaces(TableUpdateMode mode, int? expectedOfOld)
    {
        var table = await CreateAsync(azurite);
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Old"] = 1 });
        var updated = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["New"] = 2 }, added.Headers.ETag!.Value, mode);
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((expectedOfOld, 2), (row.GetInt32("Old"), row.GetInt32("New")));
        Assert.Equal(updated.Headers.ETag, row.ETag);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task Update_WithAnOldETag_Is412(TableUpdateMode mode)
    {
        var table = await CreateAsync(azurite);
        var old = (await table.AddEntityAsync(Row("r"))).Headers.ETag!.Value;
        await table.UpdateEntityAsync(Row("r"), ETag.All, mode);
        var refusal = await RefusalAsync(() => table.UpdateEntityAsync(Row("r"), old, mode));
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task Update_MissingRow_Is404()
    {
        var table = await CreateAsync(azurite);
        Assert.Equal(404, (await RefusalAsync(() => table.UpdateEntityAsync(Row("r"), ETag.All))).Status);
    }

    [Fact]
    public async Task Delete_WithOldThenAnyETag_Is412ThenGone()
    {
        var table = await CreateAsync(azurite);
        var old = (await table.AddEntityAsync(Row("r"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("r"));
        Assert.Equal(412, (await RefusalAsync(() => table.DeleteEntityAsync("p", "r", old))).Status);
        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
    }

    [Theory]
    [InlineData("a|b", "c|d")]
    [InlineData("it's", "'")]
    [InlineData("''", "a''b")]
    [InlineData("a b ", " +&=;,@:$!*()[]{}<>\"^`~")]
    [InlineData("Gwasanaeth iechyd – ŵ", "日本語 🙂")]
    [InlineData("50%", "%27")]
    [InlineData("2027|2027-28", "r|GB-123|1")]
    [InlineData("PartitionKey='x'", "RowKey='y'")]
    public async Task Keys_WithOddCharacters_AreWrittenReadAndDeleted(string partition, string row)
    {
        var table = await CreateAsync(azurite);
        await table.AddEntityAsync(Row(row, partition));
        await table.UpsertEntityAsync(new TableEntity(partition, row) { ["More"] = 1 });
        await table.UpdateEntityAsync(new TableEntity(partition, row) { ["Most"] = 2 }, ETag.All);
        var found = (await table.GetEntityAsync<TableEntity>(partition, row)).Value;
        Assert.Equal((partition, row, row, 1, 2), (found.PartitionKey, found.RowKey, found.GetString("Value"), found.GetInt32("More"), found.GetInt32("Most")));
        var queried = await AllAsync(table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey eq {row}")));
        Assert.Equal(row, Assert.Single(queried).RowKey);
        await table.DeleteEntityAsync(partition, row);
        Assert.Empty(await AllAsync(table.QueryAsync<TableEntity>()));
    }

    [Theory]
    [InlineData("a|b", "c|d")]
    [InlineData("it's", "o'clock")]
    [InlineData("a b ", " +&=;,@:$!*()[]{}<>\"^`~")]
    [InlineData("Gwasanaeth iechyd – ŵ", "日本語 🙂")]
    public async Task Transaction_WithOddKeys_FindsItsRow(string partition, string row)
    {
        var table = await CreateAsync(azurite);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, Row(row, partition))]);
        var entity = new TableEntity(partition, row) { ["More"] = 1 };
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateMerge, entity, ETag.All)]);
        var found = (await table.GetEntityAsync<TableEntity>(partition, row)).Value;
        Assert.Equal((row, 1), (found.GetString("Value"), found.GetInt32("More")));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity(partition, row))]);
        Assert.Empty(await AllAsync(table.QueryAsync<TableEntity>()));
    }
}
