using System.Net;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>
/// Kills the app at every single call to storage on the way from a save to the published report, starts it
/// anew, and lets everybody do what they would: the charity's program tries again, the queue comes again, the sweeper sweeps. Nothing
/// may be lost, doubled or half done. It has a storage of its own: the sweeper finds what other tests left in their outboxes, too.
/// </summary>
public sealed class KilledAnywhereTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    private const string Draft = """{"helped":{"value":42,"basedOn":0},"place":{"value":"south","basedOn":0}}""";

    /// <summary>Before each call: what storage holds after a call is what it holds before the next one, and after the last it is the whole way, walked at the end.</summary>
    [Fact]
    public async Task Submission_KilledAtAnyCall_IsThereOnceAndInTheReport()
    {
        await using var healthy = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var deaths = 0;
        for (var call = 1; ; call++)
        {
            var test = await SmallCase.SetUpAsync(healthy);
            var transport = new MortalTransport(call, afterTheCall: false);
            await using (var mortal = await RunningApp.StartAsync(storage.ConnectionString, StorageAccount.Connect(storage.ConnectionString, transport), ReliableStorage.Impatient))
                await LiveAsync(test.On(mortal));
            await RecoverAsync(test);
            await NothingLostAsync(test, call);
            if (!transport.Died)
                break;
            deaths++;
        }
        // Fewer would mean that the way was not walked: a save, a submission, projections and a report are some thirty calls.
        Assert.InRange(deaths, 20, 200);
    }

    /// <summary>The whole way, as far as it goes.</summary>
    private static async Task LiveAsync(SmallCase test)
    {
        var saved = await test.SaveAsync("a-0001", Draft);
        if (saved.Etag is null || (await test.SubmitAsync("a-0001", saved.Etag, key: "once")).Status != HttpStatusCode.Created)
            return;
        var pump = new QueuePump(test);
        for (var turn = 0; turn < 4; turn++)
            await pump.OnceAsync();
    }

    /// <summary>What everybody does after the app is back.</summary>
    private static async Task RecoverAsync(SmallCase test)
    {
        await test.SaveAsync("a-0001", Draft);
        var read = await test.GetAsync(test.Address("a-0001"));
        Assert.Equal(42, read.Json.GetProperty("answers").GetProperty("helped").GetProperty("value").GetInt32());
        var submitted = await test.SubmitAsync("a-0001", read.Json.GetProperty("revision").GetInt32() == 0 ? read.Etag! : "\"1\"", key: "once");
        Assert.True(submitted.Status is HttpStatusCode.Created or HttpStatusCode.OK, $"{submitted.Status}");

        var swept = await test.SendAsync(HttpMethod.Post, "/SweepOutbox", "{}", SmallCase.InTime.AddMinutes(5), SmallCase.FromHost);
        Assert.Equal(HttpStatusCode.OK, swept.Status);
        await new QueuePump(test).UntilEmptyAsync();
    }

    private static async Task NothingLostAsync(SmallCase test, int call)
    {
        var read = await test.GetAsync(test.Address("a-0001"));
        Assert.Equal(("Submitted", 1, "\"2\"", call), (read.Json.GetProperty("status").GetString()!, read.Json.GetProperty("revision").GetInt32(), read.Etag, call));
        Assert.Equal(HttpStatusCode.NotFound, (await test.GetAsync(test.Address("a-0001") + "/revisions/2")).Status);

        var report = await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q1}");
        var entry = report.Json.GetProperty("manifest").GetProperty("returns").EnumerateArray().Single(line => line.GetProperty("award").GetString() == "a-0001");
        Assert.Equal(1, entry.GetProperty("revision").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync(report.Json.GetProperty("workbook").GetString()!)).Status);

        var account = StorageAccount.Connect(test.App.ConnectionString);
        var left = new Outbox(account).DueAsync(test.Programme, Identifier.Parse<PeriodId>(SmallCase.Q1), DateTimeOffset.MaxValue.AddDays(-1), DateTimeOffset.MaxValue, default);
        Assert.Empty(await ToListAsync(left));
        var pointers = await new PointerStore(account).ListAsync(SmallCase.AwardOf(test.Programme, 1).Provider.Id, $"{test.Programme}|", 1, default);
        Assert.Equal(new Pointer(SmallCase.AwardOf(test.Programme, 1).Provider.Id, test.Key("a-0001"), ReturnStatus.Submitted, 1, 2), pointers.Items.Single());
    }

    private static async Task<List<OutboxItem>> ToListAsync(IAsyncEnumerable<OutboxItem> items)
    {
        var list = new List<OutboxItem>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
