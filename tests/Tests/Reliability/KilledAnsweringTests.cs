using System.Net;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>Kills the app at every call to storage from a funder's question to the revision that answers it and what follows; it is asked once, answered once, and waits once.</summary>
[EmptyQueues]
[Collection(KilledCollection.Name)]
public sealed class KilledAnsweringTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    private const string Asked = """{"revision":1,"question":"helped","text":"Is this right?"}""";
    private const string Corrected = """{"helped":{"value":44,"basedOn":1,"comment":"As it was."}}""";

    /// <summary>Before each call: what storage holds after a call is what it holds before the next one.</summary>
    [Fact]
    public async Task Query_KilledAtAnyCall_IsAskedAndAnsweredOnce()
    {
        await using var healthy = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var deaths = 0;
        for (var call = 1; ; call++)
        {
            var test = await SmallCase.SetUpAsync(healthy, awards: 1);
            await test.FileAsync("a-0001", 40);
            var transport = new MortalTransport(call, afterTheCall: false);
            await using (var mortal = await RunningApp.StartAsync(storage.ConnectionString, StorageAccount.Connect(storage.ConnectionString, transport), ReliableStorage.Impatient))
                await LiveAsync(test.On(mortal), recovering: false);
            await LiveAsync(test, recovering: true);
            var swept = await test.SendAsync(HttpMethod.Post, "/SweepOutbox", "{}", SmallCase.InTime.AddMinutes(5), SmallCase.FromHost);
            Assert.Equal(HttpStatusCode.OK, swept.Status);
            await new QueuePump(test).UntilEmptyAsync();
            await OnceAsync(test);
            if (!transport.Died)
                break;
            deaths++;
        }
        Assert.InRange(deaths, 15, 200);
    }

    private static async Task LiveAsync(SmallCase test, bool recovering)
    {
        var token = ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.LeadFunder));
        var asked = await test.SendAsync(HttpMethod.Post, test.Address("a-0001") + "/queries", Asked, null, token);
        if (!recovering && asked.Status != HttpStatusCode.Created)
            return;
        var saved = await test.SaveAsync("a-0001", Corrected);
        var read = recovering ? await test.GetAsync(test.Address("a-0001")) : saved;
        if (read.Etag is null || (recovering && read.Json.GetProperty("revision").GetInt32() == 2))
            return;
        if ((await test.SubmitAsync("a-0001", read.Etag, key: "once")).Status != HttpStatusCode.Created || recovering)
            return;
        var pump = new QueuePump(test);
        for (var turn = 0; turn < 2; turn++)
            await pump.OnceAsync(only: StorageNames.ApplyProjections);
    }

    private static async Task OnceAsync(SmallCase test)
    {
        var read = await test.GetAsync(test.Address("a-0001"));
        Assert.Equal(("Resubmitted", 2), (read.Json.GetProperty("status").GetString()!, read.Json.GetProperty("revision").GetInt32()));
        var query = Assert.Single((await test.GetAsync(test.Address("a-0001") + "/queries")).Json.GetProperty("queries").EnumerateArray());
        Assert.Equal(("Answered", 2), (query.GetProperty("state").GetString()!, query.GetProperty("answeredByRevision").GetInt32()));
        var account = StorageAccount.Connect(test.App.ConnectionString);
        var waits = Assert.Single((await new WaitingStore(account).ListAsync(SmallCase.ProgrammeOf(test.Programme).LeadFunder.Id, null, 500, default)).Items, one => one.Key == test.Key("a-0001"));
        Assert.Equal((ReturnStatus.Resubmitted, 2), (waits.Status, waits.Revision));
        await foreach (var left in new Outbox(account).DueAsync(test.Programme, Identifier.Parse<PeriodId>(SmallCase.Q1), DateTimeOffset.MaxValue.AddDays(-1), DateTimeOffset.MaxValue, default))
            Assert.Fail($"{left.Event} is left.");
    }
}
