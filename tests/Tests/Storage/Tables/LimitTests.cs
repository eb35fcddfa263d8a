using Azure;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Parts;
using static MonitoringReturns.Tests.Storage.Tables.TestTables;

namespace MonitoringReturns.Tests.Storage.Tables;

public sealed class LimitTests(AzuriteFixture azurite)
{
    private const int LargestText = 32_768;
    private const int LargestBinary = 65_536;

    public static TheoryData<TableLimit, string, object> Values => new()
    {
        { TableLimit.PropertySize, "Text", new string('a', LargestText + 1) },
        { TableLimit.PropertySize, "Bytes", new byte[LargestBinary + 1] },
        { TableLimit.PropertySize, "Bytes", new ReadOnlyMemory<byte>(new byte[LargestBinary + 1]) },
        { TableLimit.PropertyType, "Money", 1.5m },
        { TableLimit.PropertyType, "Short", (short)1 },
        { TableLimit.PropertyType, "Unspecified", new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) },
        { TableLimit.DateRange, "Date", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1) },
        { TableLimit.DateRange, "Date", new DateTimeOffset(1601, 1, 1, 0, 30, 0, TimeSpan.FromHours(1)) },
        { TableLimit.TextEncoding, "Text", "half \uD83D" },
        { TableLimit.TextEncoding, "Text", "\uD83D\uDE42 whole, \uDE42 half" },
        { TableLimit.PropertyName, new string('a', 256), 1 },
        { TableLimit.PropertyName, "", 1 },
        { TableLimit.PropertyName, "1st", 1 },
        { TableLimit.PropertyName, "with-dash", 1 },
        { TableLimit.PropertyName, "with space", 1 },
        { TableLimit.PropertyName, "odata.type", 1 },
        { TableLimit.PropertyName, "Text@odata.type", "Edm.Int32" },
    };

    public static TheoryData<TableLimit, string?> Keys => new()
    {
        { TableLimit.KeyMissing, null },
        { TableLimit.KeySize, new string('k', 513) },
        { TableLimit.KeyCharacter, "a/b" },
        { TableLimit.KeyCharacter, @"a\b" },
        { TableLimit.KeyCharacter, "a#b" },
        { TableLimit.KeyCharacter, "a?b" },
        { TableLimit.KeyCharacter, "a\tb" },
        { TableLimit.KeyCharacter, "a\u0000" },
        { TableLimit.KeyCharacter, "\u001F" },
        { TableLimit.KeyCharacter, "\u007F" },
        { TableLimit.KeyCharacter, "\u009F" },
        { TableLimit.TextEncoding, "\uDE42" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public Task Value_BeyondALimit_IsRefusedUnsent(TableLimit limit, string name, object value) =>
        AssertRowRefusedAsync(limit, new TableEntity("p", "r") { [name] = value });

    [Theory]
    [MemberData(nameof(Keys), DisableDiscoveryEnumeration = true)]
    public async Task Key_BeyondALimit_IsRefusedUnsent(TableLimit limit, string? key)
    {
        await AssertRowRefusedAsync(limit, new TableEntity(key!, "r"));
        await AssertRowRefusedAsync(limit, new TableEntity("p", key!));
        await AssertRefusedAsync(limit, table => table.GetEntityAsync<TableEntity>("p", key!));
        await AssertRefusedAsync(limit, table => table.GetEntityIfExistsAsync<TableEntity>(key!, "r"));
        await AssertRefusedAsync(limit, table => table.DeleteEntityAsync("p", key!));
        await AssertRefusedAsync(limit, table => table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity("p", key!))]));
    }

    [Fact]
    public Task Row_OfTooManyValues_IsRefusedUnsent()
    {
        var row = new TableEntity("p", "r");
        for (var n = 0; n < 253; n++)
            row[$"V{n}"] = n;
        return AssertRowRefusedAsync(TableLimit.PropertyCount, row);
    }

    [Fact]
    public Task Row_OverAMebibyte_IsRefusedUnsent() => AssertRowRefusedAsync(TableLimit.EntitySize, OfBinary("r", 16));

    [Theory]
    [InlineData("ab")]
    [InlineData("1st")]
    [InlineData("with-dash")]
    [InlineData("naïve")]
    public void TableName_OutOfRule_IsRefused(string name)
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        Assert.Equal(TableLimit.TableName, Assert.Throws<TableLimitException>(() => service.GetTableClient(name)).Limit);
        Assert.Equal(TableLimit.TableName, Assert.Throws<TableLimitException>(() => service.GetTableClient(new string('a', 64))).Limit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("W/\"1\"\r\nPrefer: return-content")]
    public async Task ETag_MissingOrBroken_IsRefusedUnsent(string? text)
    {
        var etag = text is null ? default : new ETag(text);
        await AssertRefusedAsync(TableLimit.ETag, table => table.UpdateEntityAsync(Row("r"), etag));
        await AssertRefusedAsync(TableLimit.ETag, table => table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateMerge, Row("r"), etag)]));
    }

    [Fact]
    public async Task Transaction_BeyondALimit_IsRefusedUnsent()
    {
        await RefusesAsync(TableLimit.TransactionEmpty);
        await RefusesAsync(TableLimit.TransactionCount, [.. Enumerable.Range(0, 101).Select(n => Row($"{n}"))]);
        await RefusesAsync(TableLimit.TransactionPartition, Row("r", "p"), Row("s", "P"));
        await RefusesAsync(TableLimit.TransactionRow, Row("r"), Row("s"), Row("r"));
        // Six rows of 576 KiB: under 4 MiB of binary, over it when that is written as base64.
        await RefusesAsync(TableLimit.TransactionSize, [.. Enumerable.Range(0, 6).Select(n => OfBinary($"{n}", 9))]);

        static Task RefusesAsync(TableLimit limit, params TableEntity[] rows) => AssertRefusedAsync(
            limit, table => table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))));
    }

    [Fact]
    public async Task Rows_AtTheLimits_AreKept()
    {
        var table = await CreateAsync(azurite);
        var (key, name) = (new string('ŵ', 512), new string('n', 255));
        await table.AddEntityAsync(new TableEntity(key, key) { [name] = new string('t', LargestText), ["B"] = new byte[LargestBinary] });
        var row = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        Assert.Equal((LargestText, LargestBinary), (row.GetString(name)!.Length, row.GetBinary("B")!.Length));

        var wide = new TableEntity("p", "r");
        for (var n = 0; n < 252; n++)
            wide[$"V{n}"] = n;
        wide["NotStored"] = null;
        await table.AddEntityAsync(wide);
        Assert.Equal(251, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("V251"));
    }

    [Fact]
    public async Task Row_JustUnderAMebibyte_IsSent()
    {
        var service = new CannedTransport(new CannedAnswer(204));
        var row = OfBinary("r", 15);
        // By the formula: 164 an entity, 2 a key character, and a value 8, 2 a name character, 4 and its bytes.
        var taken = 164 + 2 * 2 + 10 * (8 + 2 * 2 + 4 + LargestBinary) + 5 * (8 + 2 * 3 + 4 + LargestBinary);
        row["Last"] = new byte[1_048_576 - taken - (8 + 2 * 4 + 4)];
        await service.Table().AddEntityAsync(row);
        row["Last"] = new byte[row.GetBinary("Last")!.Length + 1];
        await Assert.ThrowsAsync<TableLimitException>(() => service.Table().AddEntityAsync(row));
        Assert.Single(service.Requests);
    }

    private static TableEntity OfBinary(string key, int count)
    {
        var row = new TableEntity("p", key);
        for (var n = 0; n < count; n++)
            row[$"B{n}"] = new byte[LargestBinary];
        return row;
    }

    private static async Task AssertRowRefusedAsync(TableLimit limit, TableEntity row)
    {
        await AssertRefusedAsync(limit, table => table.AddEntityAsync(row));
        await AssertRefusedAsync(limit, table => table.UpsertEntityAsync(row));
        await AssertRefusedAsync(limit, table => table.UpdateEntityAsync(row, ETag.All));
        await AssertRefusedAsync(limit, table => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, row)]));
    }

    private static async Task AssertRefusedAsync(TableLimit limit, Func<TableClient, Task> call)
    {
        var service = new CannedTransport(new CannedAnswer(500));
        Assert.Equal(limit, (await Assert.ThrowsAsync<TableLimitException>(() => call(service.Table()))).Limit);
        Assert.Empty(service.Requests);
    }
}
