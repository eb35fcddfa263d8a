using System.Text.Json;
using Azure.Storage.Queues.Models;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>Kills what tells people, and what moves waiting returns to another lead funder, before every call to storage: nobody is forgotten, and nothing waits for who left.</summary>
[EmptyQueues]
[Collection(KilledCollection.Name)]
public sealed class KilledTellingTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    [Fact]
    public async Task LeadFunder_ChangedAndKilledAtAnyCall_IsToldOfItAndGetsWhatWaits()
    {
        var deaths = await KillAsync(async (here, now) =>
        {
            if ((await now.Programmes.GetAsync(here.Key.Programme, default))!.LeadFunder.Id != here.Trust.Id)
                await now.ChangeLeadAsync(here);
            await now.FollowAsync(here);
            await now.DeliverAsync(here);
        }, async (here, healthy) =>
        {
            Assert.Equal("you are asked to lead it", here.Notices.Sent.Select(notice => notice.Subject.Split(": ")[1]).Distinct().Single());
            var (council, trust) = (await healthy.WaitingForAsync(here.Council.Id), await healthy.WaitingForAsync(here.Trust.Id));
            Assert.Equal((false, true), (Assert.Single(council).ForAll, Assert.Single(trust).ForAll));
            Assert.Empty(await healthy.Setups.DueAsync(here.Key.Programme, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, default).ToListAsync());
            var verified = await new VerifyRecord(healthy.Returns, new RecordStore(healthy.Account), healthy.Organisations, healthy.Programmes).ProgrammeAsync(here.Key.Programme, default);
            Assert.Equal((0, 2), (verified.Breaks.Count, (int)verified.Entries));
        });
        // Fewer would mean that the way was not walked.
        Assert.InRange(deaths, 40, 300);
    }

    [Fact]
    public async Task Query_KilledWhileItIsTold_ReachesTheProvider()
    {
        var deaths = await KillAsync(async (here, now) =>
        {
            await now.ApplyAsync(here);
            await now.DeliverAsync(here);
        }, (here, _) =>
        {
            // A kill between sending and noting it sends the same notice again.
            Assert.Single(here.Notices.Sent.Select(notice => notice.Reference).Distinct());
            Assert.InRange(here.Notices.Sent.Count, 1, 2);
            return Task.CompletedTask;
        });
        Assert.InRange(deaths, 12, 100);
    }

    [Fact]
    public async Task Register_PublishedAndKilledAtAnyCall_IsPublishedOnceAndListed()
    {
        var deaths = await KillAsync(async (here, now) =>
        {
            if (!(await now.Programmes.GetAsync(here.Key.Programme, default))!.RegisterPublished)
                await now.PublishAsync(here);
            await now.FollowAsync(here);
        }, async (here, healthy) =>
        {
            Assert.Contains(here.Key.Programme, (await healthy.Programmes.ListRegistersAsync(null, 1000, default)).Items);
            Assert.Empty(await healthy.Setups.DueAsync(here.Key.Programme, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, default).ToListAsync());
            var verified = await new VerifyRecord(healthy.Returns, new RecordStore(healthy.Account), healthy.Organisations, healthy.Programmes).ProgrammeAsync(here.Key.Programme, default);
            Assert.Equal((0, 1), (verified.Breaks.Count, (int)verified.Entries));
        });
        Assert.InRange(deaths, 12, 100);
    }

    /// <summary>Before each call: what storage holds after a call is what it holds before the next one.</summary>
    private async Task<int> KillAsync(Func<Case, Used, Task> live, Func<Case, Used, Task> check)
    {
        var healthy = new Used(StorageAccount.Connect(storage.ConnectionString));
        for (var call = 1; ; call++)
        {
            var here = await healthy.SetUpAsync();
            var transport = new MortalTransport(call, afterTheCall: false);
            try
            {
                await live(here, new Used(StorageAccount.Connect(storage.ConnectionString, transport)));
            }
            catch (Exception error) when (transport.Died && error is not Xunit.Sdk.XunitException)
            {
                // What came of it is seen below.
            }
            await live(here, healthy);
            await check(here, healthy);
            if (!transport.Died)
                return call - 1;
        }
    }

    /// <summary>A return that waits for the council, with a query on it; the trust pays too.</summary>
    private sealed record Case(ReturnKey Key, NamedOrganisation Council, NamedOrganisation Trust, OrganisationId Provider, KeptNotices Notices);

    /// <summary>The use cases over one way to storage.</summary>
    private sealed class Used
    {
        private static readonly FixedClock Clock = new(Samples.Morning);

        private readonly WorkQueue _queue;
        private readonly SetUpProgramme _setUp;
        private readonly FollowSetup _follow;
        private readonly ProjectWaiting _waiting;
        private readonly TellMembers _tell;
        private readonly FormStore _forms;

        public Used(StorageAccount account)
        {
            (Account, _forms, _queue, Organisations, People) = (account, new FormStore(account), new WorkQueue(account), new OrganisationStore(account), new PeopleStore(account));
            (Programmes, Returns, Setups, Waiting) = (new ProgrammeStore(account), new ReturnStore(account), new SetupOutbox(account), new WaitingStore(account));
            (_tell, _waiting) = (new TellMembers(Organisations, _queue), new ProjectWaiting(Returns, Programmes, Waiting));
            var record = new RecordStore(account);
            var read = new ReadSetup(Programmes, _forms, record, Organisations, People, new VerifyRecord(Returns, record, Organisations, Programmes), Clock);
            _setUp = new SetUpProgramme(Programmes, Programmes, _forms, new PeriodStore(account), Organisations, read, _queue, Clock);
            _follow = new FollowSetup(Setups, Programmes, Programmes, new PeriodStore(account), _tell, _waiting, new ProjectHelp(Programmes, _forms, Returns, new HelpStore(account)), _queue);
        }

        public StorageAccount Account { get; }

        public OrganisationStore Organisations { get; }

        public ProgrammeStore Programmes { get; }

        public ReturnStore Returns { get; }

        public SetupOutbox Setups { get; }

        private PeopleStore People { get; }

        private WaitingStore Waiting { get; }

        public async Task<Case> SetUpAsync()
        {
            var key = Samples.Return();
            var (council, trust, provider) = (await AddAsync("A council", Roles.LeadOfficer), await AddAsync("A trust", Roles.LeadOfficer), await AddAsync("A group", Roles.ProviderLead));
            await Programmes.PutAsync(Samples.Programme(key.Programme.Value) with { LeadFunder = council, CoFunders = [trust] }, default);
            await Programmes.PutAwardAsync(Samples.Award(key.Programme) with { Provider = provider, Contributions = [new Contribution(council.Id, 1), new Contribution(trust.Id, 1)] }, default);
            await new PeriodStore(Account).OpenAsync(new OpenedPeriod(key.Programme, key.Period, 3, null, Samples.Morning, Samples.Morning.AddYears(1)), default);
            var header = ReturnHeader.NotStarted(key, 3) with { Change = 1, Revision = 1, Status = ReturnStatus.Queried, QueriedFrom = ReturnStatus.Submitted, Queries = 1, OpenQueries = 1, FirstSubmittedAt = Samples.Morning, SubmittedAt = Samples.Morning };
            var query = new Query(key, 1, null, "Is this all?", council.Id, Samples.Ann, Samples.Morning, 1);
            Assert.True(await Returns.TrySaveDraftAsync(new DraftWrite(header, null, [], Samples.Item(header, Samples.Morning, OutboxEvent.QueryAsked) with { Provider = provider.Id }, null) { Queries = [query] }, default));
            await _waiting.RunAsync(key, default);
            await Account.Queues.GetQueueClient(StorageNames.NotifyPeople).ClearMessagesAsync();
            return new Case(key, council, trust, provider.Id, new KeptNotices());
        }

        public async Task ChangeLeadAsync(Case here)
        {
            var now = (await Programmes.GetAsync(here.Key.Programme, default))!;
            if (now.LeadProposal is null)
                now = (await _setUp.ProposeLeadAsync(now.Id, now.Version, here.Trust.Id, "It pays most now.", For(here.Council), default)).Value!;
            Assert.Null((await _setUp.AnswerLeadAsync(now.Id, now.Version, accept: true, For(here.Trust), default)).Problem);
        }

        public async Task PublishAsync(Case here) =>
            Assert.Null((await _setUp.ChangeAsync(here.Key.Programme, 1, SetupPart.RegisterPublished, now => now with { RegisterPublished = true }, For(here.Council), default)).Problem);

        public async Task FollowAsync(Case here)
        {
            foreach (var item in await Setups.DueAsync(here.Key.Programme, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, default).ToListAsync())
                while (await Setups.GetAsync(here.Key.Programme, item.Id, default) is not null)
                    await _follow.RunAsync(new FollowSetupMessage(here.Key.Programme, item.Id), default);
        }

        public async Task ApplyAsync(Case here)
        {
            var outbox = new Outbox(Account);
            var apply = new ApplyProjections(
                outbox, new PointerStore(Account), Programmes, new ReportStore(Account), new EvidenceStore(Account), _waiting,
                new ProjectRestated(Returns, Programmes, _forms, new LookStore(Account), new RestatedStore(Account)), new ProjectHelp(Programmes, _forms, Returns, new HelpStore(Account)),
                new TellOfReturn(Returns, new RecordStore(Account), _tell), _queue, Clock);
            foreach (var item in await outbox.DueAsync(here.Key.Programme, here.Key.Period, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, default).ToListAsync())
                await apply.RunAsync(new ApplyProjectionsMessage(here.Key.Programme, here.Key.Period, item.Id), default);
        }

        /// <summary>As the host does: a message goes when it was done.</summary>
        public async Task DeliverAsync(Case here)
        {
            var mail = new MailNews(Organisations, People, Programmes, new AnyLinks(), here.Notices, Clock);
            var queue = Account.Queues.GetQueueClient(StorageNames.NotifyPeople);
            // What the killed one held comes back after a second.
            while ((await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
            {
                if ((await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(1))).Value is not QueueMessage message)
                {
                    await Task.Delay(50);
                    continue;
                }
                await mail.RunAsync(JsonSerializer.Deserialize(message.Body.ToString(), MessageJson.Default.NotifyPeopleMessage)!, default);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        public async Task<IReadOnlyList<WaitingReturn>> WaitingForAsync(OrganisationId funder) => (await Waiting.ListAsync(funder, null, 10, default)).Items;

        private static Caller For(NamedOrganisation funder) => new(Samples.Ann, funder.Id, Samples.Everywhere(Roles.LeadOfficer));

        private async Task<NamedOrganisation> AddAsync(string name, Roles roles)
        {
            var (organisation, setUp) = (new NamedOrganisation(Samples.NewProvider(), name), new SetUp(Organisations, People, _queue, Clock));
            await setUp.AddAsync(new Organisation { Id = organisation.Id, Name = name, Kind = OrganisationKind.Charity }, default);
            var person = await People.SignInAsync(new Identity("https://sign-in.example/", Samples.NewId()), "Pat", $"{organisation.Id}@example.org", Samples.Morning, default);
            await setUp.LetInAsync(organisation.Id, person.Id, roles, null, null, default);
            return organisation;
        }
    }

    private sealed class AnyLinks : INewsLinks
    {
        public string LinkTo(News news) => "https://portal.example/";
    }
}
