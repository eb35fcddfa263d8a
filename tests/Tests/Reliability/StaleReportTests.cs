using System.Net;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>A correction of an old period reaches every report that shows its figures, and nothing stays stale for ever.</summary>
[EmptyQueues]
public sealed class StaleReportTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    [Fact]
    public async Task Restatement_OfAnOldPeriod_MarksTheLaterReportAndItsCutUntilTheyAreMadeAgain()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await FiledAsync(app);
        Assert.Equal(150, await two.ToDateAsync());
        await two.ReopenAsync(SmallCase.Q1);
        await two.FileAsync(SmallCase.Q1, 120, basedOn: 1);

        await DeliverProjectionsAsync(two);
        var (stale, staleCut) = ((await two.ReportAsync()).Json, (await two.ReportAsync(TwoQuarters.OfTrust)).Json);
        var before = await two.ToDateAsync();
        var (made, madeCut) = (await two.MadeAsync(), await two.MadeAsync(TwoQuarters.OfTrust));

        Assert.Equal("Restated", (await two.Test.GetAsync(two.Test.Address(TwoQuarters.Award), two.Clock.Now)).Json.GetProperty("status").GetString());
        Assert.Equal((true, true, 150m), (IsStale(stale), IsStale(staleCut), before));
        Assert.Equal((false, false), (IsStale(made), IsStale(madeCut)));
        Assert.Equal((170m, 170m), (await two.ToDateAsync(), await two.ToDateAsync(TwoQuarters.OfTrust)));
        Assert.Equal((2, 2), (TwoQuarters.RevisionOf(made, SmallCase.Q1), TwoQuarters.RevisionOf(madeCut, SmallCase.Q1)));
        Assert.Equal((1, 1), (TwoQuarters.RevisionOf(stale, SmallCase.Q1), TwoQuarters.RevisionOf(made, SmallCase.Q2)));
    }

    [Fact]
    public async Task Cut_ThatSomebodyAskedFor_FollowsTheLeadsReportUnasked()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await FiledAsync(app);

        await two.FileAsync(SmallCase.Q1, 120, basedOn: 1);
        await two.Pump.UntilEmptyAsync();

        Assert.Equal(2, TwoQuarters.RevisionOf((await two.ReportAsync(TwoQuarters.OfTrust)).Json, SmallCase.Q1));
    }

    [Fact]
    public async Task Span_WhoseLastPeriodHasNoReportYet_FollowsACorrectionToo()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await TwoQuarters.SetUpAsync(app);
        await two.FileAsync(SmallCase.Q1, 100);
        await two.Pump.UntilEmptyAsync();
        var span = $"?from={SmallCase.Q1}&to={SmallCase.Q2}";
        Assert.Equal(1, TwoQuarters.RevisionOf(await two.MadeAsync(span), SmallCase.Q1));

        await two.FileAsync(SmallCase.Q1, 120, basedOn: 1);
        await two.Pump.UntilEmptyAsync();

        var made = await two.MadeAsync(span);
        Assert.Equal((2, false), (TwoQuarters.RevisionOf(made, SmallCase.Q1), IsStale(made)));
    }

    [Fact]
    public async Task Report_MarkedAgainAfterItHoldsTheRevision_IsMadeAgainAndNotStale()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await FiledAsync(app);
        var reports = new ReportStore(StorageAccount.Connect(storage.ConnectionString));
        var key = ReportKey.Of(two.Test.Programme, Identifier.Parse<PeriodId>(SmallCase.Q2));
        var (state, guard) = await reports.GetAsync(key, default);
        // As when what follows from a submission is done twice, because the app died before it could say that it was done.
        Assert.NotNull(await reports.TrySaveAsync(state with { StaleSince = two.Clock.Now }, guard, default));
        Assert.True(IsStale((await two.ReportAsync()).Json));

        await two.Test.DeliverAsync("ConsolidateReport", JsonSerializer.Serialize(
            ConsolidateReportMessage.ForRevision(key.Programme, key.To, new AwardId(TwoQuarters.Award), 1, new PeriodId(SmallCase.Q1)), MessageJson.Default.ConsolidateReportMessage), two.Clock.Now);
        await two.Pump.UntilEmptyAsync();

        Assert.False(IsStale((await two.ReportAsync()).Json));
    }

    /// <summary>Death before a call leaves storage as death after the call before it does: one way of dying covers both.</summary>
    [Fact]
    public async Task Correction_KilledAtAnyCall_LeavesNothingStaleForEver()
    {
        await using var healthy = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var deaths = 0;
        for (var call = 1; ; call++)
        {
            var two = await FiledAsync(healthy);
            var saved = await two.SaveAsync(SmallCase.Q1, 120, basedOn: 1);
            var transport = new MortalTransport(call, afterTheCall: true);
            await using (var mortal = await RunningApp.StartAsync(storage.ConnectionString, StorageAccount.Connect(storage.ConnectionString, transport), ReliableStorage.Impatient))
                await LiveAsync(two.On(mortal), saved.Etag!);
            await RecoverAsync(two, saved.Etag!);
            await NothingIsStaleAsync(two, call);
            if (!transport.Died)
                break;
            deaths++;
        }
        // Fewer would mean that the way was not walked: a submission, projections and three reports.
        Assert.InRange(deaths, 40, 200);
    }

    private static async Task LiveAsync(TwoQuarters two, string etag)
    {
        if ((await two.SubmitAsync(SmallCase.Q1, etag, "once")).Status != HttpStatusCode.Created)
            return;
        for (var turn = 0; turn < 4; turn++)
            await two.Pump.OnceAsync();
    }

    private static async Task RecoverAsync(TwoQuarters two, string etag)
    {
        Assert.True((await two.SubmitAsync(SmallCase.Q1, etag, "once")).Status is HttpStatusCode.Created or HttpStatusCode.OK);
        two.Clock.Skip(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, (await two.Test.SendAsync(HttpMethod.Post, "/SweepOutbox", "{}", two.Clock.Now, SmallCase.FromHost)).Status);
        await two.Pump.UntilEmptyAsync();
    }

    private static async Task NothingIsStaleAsync(TwoQuarters two, int call)
    {
        foreach (var (query, period) in new[] { ("", SmallCase.Q1), ("", SmallCase.Q2), (TwoQuarters.OfTrust, SmallCase.Q2) })
        {
            var report = await two.MadeAsync(query, period);
            Assert.Equal((call, 2, false), (call, TwoQuarters.RevisionOf(report, SmallCase.Q1), IsStale(report)));
        }
        Assert.Equal((call, 170m, 170m), (call, await two.ToDateAsync(), await two.ToDateAsync(TwoQuarters.OfTrust)));
    }

    /// <summary>Both quarters are in, the lead funder's reports made, and the trust's cut of the second asked for.</summary>
    private static async Task<TwoQuarters> FiledAsync(RunningApp app)
    {
        var two = await TwoQuarters.SetUpAsync(app);
        await two.FileAsync(SmallCase.Q1, 100);
        await two.FileAsync(SmallCase.Q2, 50);
        await two.Pump.UntilEmptyAsync();
        await two.MadeAsync(TwoQuarters.OfTrust);
        two.Clock.Skip(TimeSpan.FromMinutes(5));
        return two;
    }

    private static async Task DeliverProjectionsAsync(TwoQuarters two)
    {
        while (await two.Pump.OnceAsync(only: StorageNames.ApplyProjections))
        {
        }
    }

    private static bool IsStale(JsonElement report) => report.GetProperty("stale").GetBoolean();
}
