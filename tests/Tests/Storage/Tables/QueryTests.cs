using System.Globalization;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Parts;
using static MonitoringReturns.Tests.Storage.Tables.TestTables;

namespace MonitoringReturns.Tests.Storage.Tables;

public sealed class QueryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Query_OverAThousandRows_GoesOnFromPageToPage()
    {
        var (options, counting) = CountingPolicy.Create();
        var table = await CreateAsync(azurite, options);
        await FillAsync(table, "p", 1_250);
        await FillAsync(table, "q", 50);
        var before = counting.Sent;
        var rows = await AllAsync(table.QueryAsync<TableEntity>(select: ["RowKey", "Number"]));
        Assert.Equal(2, counting.Sent - before);
        Assert.Equal(Enumerable.Range(0, 1_250).Concat(Enumerable.Range(0, 50)), rows.Select(row => row.GetInt32("Number")!.Value));
        Assert.All(rows, row => Assert.Null(row.GetString("Value")));
    }

    [Fact]
    public async Task Query_InSmallPages_CanGoOnFromAToken()
    {
        var table = await CreateAsync(azurite);
        await FillAsync(table, "p & q|ŵ'", 25);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"p & q|ŵ'"}");
        var sizes = new List<int>();
        string? second = null;
        await foreach (var page in table.QueryAsync<TableEntity>(filter, maxPerPage: 10).AsPages())
        {
            sizes.Add(page.Values.Count);
            second ??= page.ContinuationToken;
            Assert.Equal(200, page.GetRawResponse().Status);
        }
        Assert.Equal([10, 10, 5], sizes);

        var rest = new List<int>();
        await foreach (var page in table.QueryAsync<TableEntity>(filter).AsPages(second, pageSizeHint: 15))
            rest.AddRange(page.Values.Select(row => row.GetInt32("Number")!.Value));
        Assert.Equal(Enumerable.Range(10, 15), rest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b c")]
    [InlineData("a&$filter=true")]
    public async Task Query_WithAForeignToken_IsRefused(string token)
    {
        var table = await CreateAsync(azurite);
        await Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (var page in table.QueryAsync<TableEntity>().AsPages(token))
                Assert.Fail($"A page of {page.Values.Count} rows came.");
        });
    }

    [Fact]
    public async Task Query_OfAMissingTable_Is404()
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(NewName());
        var refusal = await RefusalAsync(() => AllAsync(table.QueryAsync<TableEntity>()));
        Assert.Equal((404, "TableNotFound"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task Query_WhenCancelled_Stops()
    {
        var table = await CreateAsync(azurite);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AllAsync(table.QueryAsync<TableEntity>(cancellationToken: cancelled.Token)));
    }

    [Fact]
    public async Task Query_WithEmptyPages_GoesOnToTheRows()
    {
        var service = new CannedTransport(
            new CannedAnswer(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!8!cA--"), ("x-ms-continuation-NextRowKey", "1!4!cg--")),
            new CannedAnswer(200, """{"odata.metadata":"x","value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!8!cQ--")),
            new CannedAnswer(200, """{"value":[{"PartitionKey":"p","RowKey":"r","Timestamp":"2027-01-02T03:04:05.0670000Z"}]}"""));
        var rows = await AllAsync(service.Table().QueryAsync<TableEntity>(maxPerPage: 5));
        Assert.Equal("r", Assert.Single(rows).RowKey);
        Assert.Equal(new DateTimeOffset(2027, 1, 2, 3, 4, 5, 67, TimeSpan.Zero), rows[0].Timestamp);
        Assert.Equal(
            ["?$top=5", "?$top=5&NextPartitionKey=1%218%21cA--&NextRowKey=1%214%21cg--", "?$top=5&NextPartitionKey=1%218%21cQ--"],
            service.Requests.Select(request => request.Uri.Query));
    }

    [Fact]
    public async Task Query_WhosePageBreaksOff_AsksForItAgain()
    {
        const string Body = """{"value":[{"PartitionKey":"p","RowKey":"r"}]}""";
        var service = new CannedTransport(new CannedAnswer(200, Body) { BreaksAfter = 20 }, new CannedAnswer(200, Body));
        Assert.Single(await AllAsync(service.Table().QueryAsync<TableEntity>()));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Query_WhosePagesAlwaysBreakOff_GivesUp()
    {
        var service = new CannedTransport(new CannedAnswer(200, "{}") { BreaksAfter = 1 });
        await Assert.ThrowsAsync<IOException>(() => AllAsync(service.Table().QueryAsync<TableEntity>()));
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public void Filter_OfEachType_IsItsLiteral()
    {
        var moment = new DateTimeOffset(2027, 4, 1, 1, 0, 0, TimeSpan.FromHours(1));
        byte[] bytes = [1, 0xAB];
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal(
            "S eq 'it''s ''so''' and I eq 5 and L eq -5L and D eq 5.0 and E eq 1E+300 and B eq true and "
            + "T ge datetime'2027-04-01T00:00:00.0000000Z' and G eq guid'0f8fad5b-d9cb-469f-a165-70867728950e' and X eq X'01AB' and {}",
            TableClient.CreateQueryFilter(
                $"S eq {"it's 'so'"} and I eq {5} and L eq {-5L} and D eq {5.0} and E eq {1e300} and B eq {true} and T ge {moment} and G eq {id} and X eq {bytes} and {{}}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"S eq {null}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"S eq {1.5m}"));
    }

    [Theory]
    [InlineData("' or RowKey ne '")]
    [InlineData("o''clock & co + 5% #1")]
    public async Task Filter_WithQuotesInText_FindsThatTextOnly(string text)
    {
        var table = await CreateAsync(azurite);
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Text"] = text });
        await table.AddEntityAsync(new TableEntity("p", "s") { ["Text"] = "other" });
        Assert.Equal("r", Assert.Single(await AllAsync(table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Text eq {text}")))).RowKey);
    }

    [Fact]
    public async Task Filter_OfEachType_IsUnderstood()
    {
        var table = await CreateAsync(azurite);
        var (moment, id) = (new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.Zero), Guid.NewGuid());
        await table.AddEntityAsync(new TableEntity("p", "r") { ["I"] = 5, ["L"] = 1L << 40, ["D"] = 2.5, ["B"] = true, ["T"] = moment, ["G"] = id });
        foreach (var filter in new FormattableString[] { $"I eq {5}", $"L eq {1L << 40}", $"D lt {3.0}", $"B eq {true}", $"T eq {moment}", $"G eq {id}" })
            Assert.Single(await AllAsync(table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter))));
    }

    private static async Task FillAsync(TableClient table, string partition, int count)
    {
        foreach (var hundred in Enumerable.Range(0, count).Chunk(100))
            await table.SubmitTransactionAsync(hundred.Select(n => new TableTransactionAction(
                TableTransactionActionType.Add,
                new TableEntity(partition, n.ToString("D6", CultureInfo.InvariantCulture)) { ["Number"] = n, ["Value"] = "text" })));
    }
}
