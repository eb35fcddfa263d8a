using System.Net;
using System.Text.Json;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>Messages come twice, late, side by side and in the wrong order.</summary>
[EmptyQueues]
[Collection(ReliabilityCollection.Name)]
public sealed class MessageTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    [Fact]
    public async Task EveryMessage_DeliveredThreeTimesSideBySide_HasTheEffectOfOne()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app, awards: 3);
        for (var award = 1; award <= 3; award++)
            await test.FileAsync($"a-{award:D4}", award);
        var pump = new QueuePump(test);

        while (await pump.OnceAsync(times: 3))
        {
        }
        await pump.UntilEmptyAsync();

        var report = await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q1}");
        Assert.Equal(3, report.Json.GetProperty("published").GetProperty("revisions").GetInt32());
    }

    [Fact]
    public async Task Message_OfARevisionThatThePublishedReportHolds_BuildsNothing()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app);
        await test.FileAsync("a-0001", 1);
        await new QueuePump(test).UntilEmptyAsync();
        var before = await CutAsync(test);

        await test.DeliverAsync("ConsolidateReport", Message(test, "a-0001", 1));
        await new QueuePump(test).UntilEmptyAsync();

        Assert.Equal(before, await CutAsync(test));
    }

    [Fact]
    public async Task Message_WhileAnotherBuildHoldsTheLease_SendsItselfAgainAndSucceeds()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, "Reports:QuietSeconds=0.2", "Reports:LeaseSeconds=2");
        var test = await SmallCase.SetUpAsync(app);
        await test.FileAsync("a-0001", 1);
        var reports = new ReportStore(StorageAccount.Connect(storage.ConnectionString));
        var now = DateTimeOffset.UtcNow;
        var held = ReportState.None(ReportKey.Of(test.Programme, test.Key("a-0001").Period)) with { LastCut = 1, BegunAt = now, LeaseUntil = now.AddSeconds(2) };
        Assert.NotNull(await reports.TrySaveAsync(held, null, default));

        var answer = await test.DeliverAsync("ConsolidateReport", Message(test, "a-0001", 1));
        var (meanwhile, _) = await reports.GetAsync(held.Key, default);
        await new QueuePump(test).UntilEmptyAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(meanwhile.Published);
        Assert.True(await CutAsync(test) >= 2);
    }

    [Fact]
    public async Task Publishing_OfAnOlderCutAfterANewer_ChangesNothing()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app);
        await test.FileAsync("a-0001", 1);
        await new QueuePump(test).UntilEmptyAsync();
        var reports = new ReportStore(StorageAccount.Connect(storage.ConnectionString));
        var (state, guard) = await reports.GetAsync(ReportKey.Of(test.Programme, test.Key("a-0001").Period), default);
        // As if a build with the highest number had published while a slower, older one was still at work.
        var ahead = state with { Published = state.Published! with { Cut = 1000 } };
        await reports.TrySaveAsync(ahead, guard, default);
        await test.FileAsync("a-0002", 2);

        await new QueuePump(test).OnceAsync();
        await new QueuePump(test).OnceAsync();
        await test.DeliverAsync("ConsolidateReport", Message(test, "a-0002", 1));

        var (after, _) = await reports.GetAsync(ReportKey.Of(test.Programme, test.Key("a-0001").Period), default);
        Assert.Equal(Samples.Text(ahead.Published), Samples.Text(after.Published));
        (_, guard) = await reports.GetAsync(ReportKey.Of(test.Programme, test.Key("a-0001").Period), default);
        await reports.TrySaveAsync(after with { Published = state.Published, LastCut = 1000 }, guard, default);
        await new QueuePump(test).UntilEmptyAsync();
        Assert.True(await CutAsync(test) > 1000);
    }

    [Fact]
    public async Task Message_OfACutWhoseFunderPaysNoMore_IsDoneWithoutABuild()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app);
        await test.FileAsync("a-0001", 1);
        var cut = ReportKey.Of(test.Programme, test.Key("a-0001").Period) with { Funder = SmallCase.Trust.Id };

        var answer = await test.DeliverAsync("ConsolidateReport", JsonSerializer.Serialize(ConsolidateReportMessage.ForMoment(cut, SmallCase.InTime), MessageJson.Default.ConsolidateReportMessage));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(0, (await new ReportStore(StorageAccount.Connect(storage.ConnectionString)).GetAsync(cut, default)).State.LastCut);
    }

    [Theory]
    [InlineData("ConsolidateReport", "not json")]
    [InlineData("ConsolidateReport", """{"programme":"a/b","period":"2026-Q1"}""")]
    [InlineData("ApplyProjections", "[]")]
    [InlineData("ApplyProjections", "null")]
    public async Task Message_ThatIsNone_FailsSoThatTheHostPutsItAside(string function, string message)
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app);

        (await test.DeliverAsync(function, message)).IsProblem(HttpStatusCode.BadRequest, "MR2001");
    }

    [Fact]
    public async Task Event_ThatCameThroughTheFront_IsNotFound()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app);

        foreach (var function in new[] { "ConsolidateReport", "ApplyProjections", "SweepOutbox", "OpenAndClosePeriods" })
        {
            (await test.SendAsync(HttpMethod.Post, "/" + function, "{}", null, SmallCase.FromHost, ("x-ms-invocation-id", "1"))).IsProblem(HttpStatusCode.NotFound, "MR2004");
            (await test.SendAsync(HttpMethod.Post, "/" + function, "{}", null, SmallCase.FromHost, ("X-Forwarded-Proto", "http"))).IsProblem(HttpStatusCode.NotFound, "MR2004");
            (await test.SendAsync(HttpMethod.Post, "/" + function, "{}", null)).IsProblem(HttpStatusCode.NotFound, "MR2004");
        }
    }

    private static string Message(SmallCase test, string award, int revision) => JsonSerializer.Serialize(
        ConsolidateReportMessage.ForRevision(test.Programme, test.Key(award).Period, test.Key(award).Award, revision), MessageJson.Default.ConsolidateReportMessage);

    private static async Task<long> CutAsync(SmallCase test) =>
        (await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q1}")).Json.GetProperty("published").GetProperty("cut").GetInt64();
}
