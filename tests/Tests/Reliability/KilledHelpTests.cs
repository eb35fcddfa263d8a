using System.Net;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>An officer's note on a request for help, killed at every call to storage from the note to the funders' lists.</summary>
public sealed class KilledHelpTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    private static readonly OrganisationId Lead = OrganisationId.Parse("GB-LAE-NTT");

    [Fact]
    public async Task Note_KilledAtAnyCall_IsThereOnceWithItsEntryAndInTheList()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var deaths = 0;
        for (var call = 1; ; call++)
        {
            var test = await AskedAsync(app);
            var key = test.Key("a-0001");
            var transport = new MortalTransport(call, afterTheCall: true);
            try
            {
                await new Helping(StorageAccount.Connect(storage.ConnectionString, transport)).LiveAsync(key);
            }
            catch (Exception) when (transport.Died)
            {
                // What came of it is seen below.
            }
            var healthy = new Helping(StorageAccount.Connect(storage.ConnectionString));
            if ((await healthy.Help.NotesAsync(key, default)).Count == 0)
                Assert.Null((await healthy.AnswerAsync(key)).Problem);
            await healthy.FollowAsync(key);

            Assert.Equal("Ours is yours.", Assert.Single(await healthy.Help.NotesAsync(key, default)).Words);
            var listed = Assert.Single((await healthy.Help.ListOfPeriodAsync(Lead, key.Programme, key.Period, null, 10, default)).Items);
            Assert.Equal((HelpStanding.Given, 1, "Ours is yours."), (listed.Standing, listed.Notes, listed.LastNote));
            Assert.Empty((await healthy.VerifyAsync(key)).Breaks);
            Assert.Equal(1, await healthy.AnswersInRecordAsync(key));
            if (!transport.Died)
                break;
            deaths++;
        }
        // Fewer would mean that the way was not walked.
        Assert.InRange(deaths, 12, 60);
    }

    private static async Task<SmallCase> AskedAsync(RunningApp app)
    {
        var test = await SmallCase.SetUpAsync(app, awards: 1, SmallCase.Form.Replace(
            """{ "id": "true", "type": "declaration",""", """{ "id": "help", "type": "longText", "label": "What would help?", "asksForHelp": true }, { "id": "true", "type": "declaration",""", StringComparison.Ordinal));
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":5,"basedOn":0},"help":{"value":"A van.","basedOn":0}}""");
        Assert.Equal(HttpStatusCode.Created, (await test.SubmitAsync("a-0001", saved.Etag!)).Status);
        await new QueuePump(test).UntilEmptyAsync();
        return test;
    }

    /// <summary>What answers help, over one account.</summary>
    private sealed class Helping
    {
        private static readonly TimeProvider Clock = TimeProvider.System;

        private readonly StorageAccount _account;
        private readonly AnswerHelp _answer;
        private readonly ApplyProjections _apply;
        private readonly Outbox _outbox;
        private readonly ReturnStore _returns;

        public Helping(StorageAccount account)
        {
            var (programmes, forms, periods, queue) = (new ProgrammeStore(account), new FormStore(account), new PeriodStore(account), new WorkQueue(account));
            (_account, _outbox, _returns, Help) = (account, new Outbox(account), new ReturnStore(account), new HelpStore(account));
            var find = new FindReturn(programmes, forms, periods, new OpenPeriod(programmes, periods, Clock), _returns, new OrganisationStore(account));
            _answer = new AnswerHelp(find, new ReadHelp(find, _returns, forms, Help, new LookStore(account), Clock), _returns, queue, Clock);
            _apply = new ApplyProjections(
                _outbox, new PointerStore(account), programmes, new ReportStore(account), new EvidenceStore(account), new ProjectWaiting(_returns, programmes, new WaitingStore(account)),
                new ProjectRestated(_returns, programmes, forms, new LookStore(account), new RestatedStore(account)), new ProjectHelp(programmes, forms, _returns, Help),
                new TellOfReturn(_returns, new RecordStore(account), new TellMembers(new OrganisationStore(account), queue)), queue, Clock);
        }

        public HelpStore Help { get; }

        public async Task LiveAsync(ReturnKey key)
        {
            await AnswerAsync(key);
            await FollowAsync(key);
        }

        public async Task<MonitoringReturns.Core.Problems.Outcome<HelpNote>> AnswerAsync(ReturnKey key) =>
            await _answer.RunAsync(key, 0, HelpStanding.Given, "Ours is yours.", Samples.Caller(Roles.Officer), default);

        public async Task FollowAsync(ReturnKey key)
        {
            var later = Clock.GetUtcNow().AddDays(1);
            await foreach (var item in _outbox.DueAsync(key.Programme, key.Period, later, later, default))
                await _apply.RunAsync(new ApplyProjectionsMessage(key.Programme, key.Period, item.Id), default);
        }

        public Task<Verified> VerifyAsync(ReturnKey key) => new VerifyRecord(_returns, new RecordStore(_account), new OrganisationStore(_account), new ProgrammeStore(_account)).ReturnAsync(key, default);

        public async Task<int> AnswersInRecordAsync(ReturnKey key)
        {
            var answers = 0;
            await foreach (var entry in new RecordStore(_account).OfAsync(key, default))
                answers += entry.Deed == Deed.HelpAnswered ? 1 : 0;
            return answers;
        }
    }
}
