using System.Net;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>Lists that were lost are made again from awards and returns.</summary>
public sealed class RebuildTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    private static readonly string[] Lists = [StorageNames.Pointers, StorageNames.Waiting, StorageNames.Help];

    private readonly StorageAccount _account = StorageAccount.Connect(storage.ConnectionString);

    [Fact]
    public async Task Lists_ThatWereLost_AreMadeAgainAsTheyWere()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await FiledAsync(app);
        var (before, standings, briefs) = (await ListsAsync(), await StandingsAsync(test), await BriefsAsync(test));
        // A pointer each, two that wait with their places, and a request for help twice.
        Assert.Equal(3 + 4 + 2, before.Count);

        await LoseAsync(test);
        Assert.Empty(await ListsAsync());
        Assert.Equal("2026-Q1: 3 returns.\n2026-Q2: 0 returns.\n", await RebuildAsync(test));
        Assert.Equal(before, await ListsAsync());
        Assert.Equal((standings, briefs), (await StandingsAsync(test), await BriefsAsync(test)));

        await RebuildAsync(test);
        Assert.Equal(before, await ListsAsync());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("no id at all")]
    public async Task Rebuild_OfAProgrammeThatIsNotThere_SaysSo(string programme)
    {
        await using var said = new StringWriter { NewLine = "\n" };
        Assert.False(await RebuildData.RebuildAsync(_account, programme, said, default));
        Assert.Equal($"There is no programme \"{programme}\".\n", said.ToString());
    }

    /// <summary>One return in twice, with a request for help; one in once, without; one begun.</summary>
    private static async Task<SmallCase> FiledAsync(RunningApp app)
    {
        var test = await SmallCase.SetUpAsync(app, awards: 3, SmallCase.Form.Replace(
            """{ "id": "true", "type": "declaration",""", """{ "id": "help", "type": "longText", "label": "What would help?", "asksForHelp": true }, { "id": "true", "type": "declaration",""", StringComparison.Ordinal));
        await FileAsync(test, "a-0001", """{"helped":{"value":5,"basedOn":0},"help":{"value":"A van.","basedOn":0}}""");
        await FileAsync(test, "a-0001", """{"helped":{"value":6,"basedOn":1},"help":{"value":"Two vans.","basedOn":1}}""");
        await FileAsync(test, "a-0002", """{"helped":{"value":7,"basedOn":0}}""");
        await test.SaveAsync("a-0003", """{"helped":{"value":8,"basedOn":0}}""");
        await new QueuePump(test).UntilEmptyAsync();
        return test;
    }

    private static async Task FileAsync(SmallCase test, string award, string answers)
    {
        var saved = await test.SaveAsync(award, answers);
        Assert.Equal(HttpStatusCode.Created, (await test.SubmitAsync(award, saved.Etag!)).Status);
    }

    private async Task<string> RebuildAsync(SmallCase test)
    {
        await using var said = new StringWriter { NewLine = "\n" };
        Assert.True(await RebuildData.RebuildAsync(_account, test.Programme.Value, said, default));
        return said.ToString();
    }

    private async Task LoseAsync(SmallCase test)
    {
        foreach (var list in Lists)
            await DeleteAsync(list, filter: null);
        await DeleteAsync(StorageNames.Returns, TableClient.CreateQueryFilter($"PartitionKey eq {$"{test.Programme}|{SmallCase.Q1}"} and RowKey ge {"c|"} and RowKey le {"c~"}"));
        await DeleteAsync(StorageNames.Programmes, TableClient.CreateQueryFilter($"PartitionKey eq {test.Programme.Value} and RowKey ge {"b|"} and RowKey le {"b~"}"));
    }

    private async Task DeleteAsync(string table, string? filter)
    {
        var rows = _account.Tables.GetTableClient(table);
        foreach (var row in await rows.QueryAsync<TableEntity>(filter).ToListAsync())
            await rows.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    /// <summary>Every row of the lists, as text.</summary>
    private async Task<List<string>> ListsAsync()
    {
        var rows = new List<string>();
        foreach (var list in Lists)
            await foreach (var row in _account.Tables.GetTableClient(list).QueryAsync<TableEntity>())
                rows.Add(string.Join(' ', row.Where(value => value.Key is not ("Timestamp" or "odata.etag")).OrderBy(value => value.Key, StringComparer.Ordinal)
                    .Select(value => $"{value.Key}={(value.Value is byte[] bytes ? Convert.ToBase64String(bytes) : value.Value)}")));
        return rows;
    }

    private async Task<string> StandingsAsync(SmallCase test) =>
        string.Join('\n', await new ReturnStore(_account).StandingsAsync(test.Programme, new PeriodId(SmallCase.Q1), default));

    private async Task<string> BriefsAsync(SmallCase test) =>
        string.Join('\n', (await new ProgrammeStore(_account).BriefsAsync(test.Programme, default)).Select(MonitoringReturns.Tests.Storage.Samples.Text));
}
