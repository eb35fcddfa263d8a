using System.Net;
using Azure.Storage.Queues;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.Functions;

/// <summary>
/// What the timers do, and that nothing waits for them. They have a storage of their own, and each counts its own messages: the sweeper finds what other
/// tests left in their outboxes, too.
/// </summary>
[EmptyQueues]
public sealed class TimerTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    private static readonly DateTimeOffset AfterClosing = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task OpenAndClosePeriods_OpensWhatHasStarted_AndAsksForTheReportOfWhatHasClosed_Once()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app);

        await RunAsync(test, "OpenAndClosePeriods", SmallCase.InTime);
        var opened = await OpenedAsync(test);
        await RunAsync(test, "OpenAndClosePeriods", AfterClosing);
        await new QueuePump(test).UntilEmptyAsync();
        var first = await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q1}");
        await RunAsync(test, "OpenAndClosePeriods", AfterClosing);
        await new QueuePump(test).UntilEmptyAsync();
        var second = await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q1}");

        Assert.Equal([(SmallCase.Q1, 1), (SmallCase.Q2, 1)], opened);
        Assert.Equal(0, first.Json.GetProperty("published").GetProperty("revisions").GetInt32());
        Assert.Equal(2, first.Json.GetProperty("published").GetProperty("returns").GetInt32());
        Assert.Equal(first.Json.GetProperty("published").GetProperty("cut").GetInt64(), second.Json.GetProperty("published").GetProperty("cut").GetInt64());
        Assert.Equal("NotBuilt", (await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q2}")).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task SweepOutbox_WhenAMessageWasLost_SendsItAgain_AndNotAgainAtOnce()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app);
        await test.FileAsync("a-0001", 5);
        var queue = StorageAccount.Connect(storage.ConnectionString).Queues.GetQueueClient(StorageNames.ApplyProjections);
        await queue.ClearMessagesAsync();

        await RunAsync(test, "SweepOutbox", SmallCase.InTime.AddSeconds(20));
        var tooEarly = await CountAsync(queue, test.Programme.Value);
        await RunAsync(test, "SweepOutbox", SmallCase.InTime.AddMinutes(2));
        var swept = await CountAsync(queue, test.Programme.Value);
        await RunAsync(test, "SweepOutbox", SmallCase.InTime.AddMinutes(3));
        var again = await CountAsync(queue, test.Programme.Value);
        await new QueuePump(test).UntilEmptyAsync();

        // Two: the draft that was started, and the submission.
        Assert.Equal((0, 2, 2), (tooEarly, swept, again));
        Assert.Equal(1, (await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q1}")).Json.GetProperty("published").GetProperty("revisions").GetInt32());
    }

    [Fact]
    public async Task SweepOutbox_LongAfterThePeriod_StillFindsWhatWasLost()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app);
        var filed = await test.FileAsync("a-0001", 5);
        var queue = StorageAccount.Connect(storage.ConnectionString).Queues.GetQueueClient(StorageNames.ApplyProjections);
        await new QueuePump(test).OnceAsync(only: StorageNames.ApplyProjections);
        var (at, etag) = (new DateTimeOffset(2027, 1, 10, 12, 0, 0, TimeSpan.Zero), filed.Etag!);
        // Each so long after the one before that what it moved on has run out again.
        foreach (var step in new Func<Task<Answer>>[]
        {
            () => test.SendAsync(HttpMethod.Post, test.Address("a-0001") + "/acceptance", null, at, ("If-Match", etag)),
            () => test.SendAsync(HttpMethod.Post, test.Address("a-0001") + "/reopening", """{"reason":"A bill was missing."}""", at, ("If-Match", etag)),
            async () => await test.SubmitAsync("a-0001", (await test.SaveAsync("a-0001", """{"helped":{"value":6,"basedOn":1}}""", at: at)).Etag!, at: at),
        })
        {
            var done = await step();
            Assert.True(done.Status is HttpStatusCode.OK or HttpStatusCode.Created);
            await queue.ClearMessagesAsync();

            await RunAsync(test, "SweepOutbox", at.AddMinutes(2));

            Assert.Equal(1, await CountAsync(queue, test.Programme.Value));
            await new QueuePump(test).OnceAsync(only: StorageNames.ApplyProjections);
            (at, etag) = (at.AddDays(100), done.Etag!);
        }
    }

    [Fact]
    public async Task SweepOutbox_WhereNobodyAdministersThePortal_InvitesWhomTheSettingNames_Once()
    {
        const string Email = "first.administrator@portal.example";
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, [.. ReliableStorage.Impatient, $"Portal:AdministratorEmail={Email}"]);
        var test = await SmallCase.SetUpAsync(app);

        await RunAsync(test, "SweepOutbox", SmallCase.InTime);
        await RunAsync(test, "SweepOutbox", SmallCase.InTime.AddMinutes(1));

        var account = StorageAccount.Connect(storage.ConnectionString);
        var invited = await new OrganisationStore(account).ListInvitationsAsync(Organisation.Portal, null, 10, default);
        var queue = account.Queues.GetQueueClient(StorageNames.NotifyPeople);
        var messages = await CountAsync(queue, invited.Items.Single().Id);
        await queue.ClearMessagesAsync();
        Assert.Equal((Email, Roles.Administrator), invited.Items.Select(one => (one.Email, one.Roles)).Single());
        Assert.Equal(1, messages);
    }

    private static async Task<int> CountAsync(QueueClient queue, string of) =>
        (await queue.PeekMessagesAsync(32)).Value.Count(message => message.MessageText.Contains(of, StringComparison.Ordinal));

    private static async Task RunAsync(SmallCase test, string timer, DateTimeOffset at) =>
        Assert.Equal(HttpStatusCode.OK, (await test.SendAsync(HttpMethod.Post, "/" + timer, "{}", at, SmallCase.FromHost)).Status);

    private static async Task<(string, int)[]> OpenedAsync(SmallCase test)
    {
        var page = await new PeriodStore(StorageAccount.Connect(test.App.ConnectionString)).ListAsync(null, 1000, default);
        return [.. page.Items.Where(period => period.Programme == test.Programme).Select(period => (period.Period.Value, period.FormVersion))];
    }
}
