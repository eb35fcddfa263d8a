using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Changes of a programme and its awards in real storage: all of each or nothing, also where the process ends in the middle.</summary>
public sealed class SetupStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static readonly DateTimeOffset June = new(2026, 6, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly Profile Wanted = new(new IndicatorId("people-helped"), Samples.Summer, 44);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Before each call: what storage holds after a call is what it holds before the next one, and after the last it is the whole way, walked at the end.</summary>
    [Fact]
    public async Task Agreement_KilledAtAnyCall_IsWholeOrNotThere()
    {
        var (here, agreedOf) = (new Used(storage.Account), new List<bool>());
        for (var dieAt = 1; ; dieAt++)
        {
            var programme = await ProposedAsync(here);
            var transport = new MortalTransport(dieAt, afterTheCall: false);
            try
            {
                Assert.Null((await AnswerAsync(new Used(storage.ConnectBy(transport)), programme)).Problem);
            }
            catch (Exception error) when (transport.Died && error is not Xunit.Sdk.XunitException)
            {
                // Killed, as it should be.
            }
            var agreed = (await here.Store.GetAwardAsync(programme, new AwardId("award-017"), Cancellation))!.ProfileVersion == 2;
            agreedOf.Add(agreed);
            Assert.Equal((await here.Store.GetAwardAsync(programme, new AwardId("award-017"), Cancellation))!.Version, Assert.Single(await here.Store.BriefsAsync(programme, Cancellation)).Version);
            Assert.Equal(agreed ? ProposalState.Agreed : ProposalState.Open, (await here.Store.ProposalsAsync(programme, new AwardId("award-017"), Cancellation)).Single().State);
            var verified = await here.Verify.ProgrammeAsync(programme, Cancellation);
            Assert.Equal((0, agreed ? 2 : 1), (verified.Breaks.Count, (int)verified.Entries));
            // Whoever tries again goes through, or is told that it was done.
            Assert.Equal(!agreed, (await AnswerAsync(here, programme)).Problem is null);
            if (!transport.Died)
                break;
        }
        Assert.Contains(false, agreedOf);
        Assert.True(agreedOf[^1]);
    }

    [Fact]
    public async Task Change_WhoseAnswerIsLost_IsMadeOnce()
    {
        var here = new Used(storage.Account);
        var programme = await ProposedAsync(here);
        var losing = new Used(storage.ConnectBy(InterruptedTransport.LosingTheFirstTransactionsAnswer()));
        Assert.Null((await losing.SetUp.ChangeAsync(programme, 1, SetupPart.Notice, now => now with { NoticeWeeks = 16 }, Lead, Cancellation)).Problem);
        Assert.Equal((2, 16), (await here.Store.GetAsync(programme, Cancellation)) is { } now ? (now.Version, now.NoticeWeeks) : default);
        Assert.Equal(2, (await here.Verify.ProgrammeAsync(programme, Cancellation)).Entries);
    }

    [Fact]
    public async Task Record_WhoseProgrammeWasChangedBesideIt_SaysSo()
    {
        var here = new Used(storage.Account);
        var programme = await ProposedAsync(here);
        Assert.Null((await here.SetUp.ChangeAsync(programme, 1, SetupPart.Notice, now => now with { NoticeWeeks = 16 }, Lead, Cancellation)).Problem);
        await here.Store.PutAsync((await here.Store.GetAsync(programme, Cancellation))! with { NoticeWeeks = 1 }, Cancellation);
        Assert.Equal("The programme is not the one that the record's last change left.", Assert.Single((await here.Verify.ProgrammeAsync(programme, Cancellation)).Breaks).What);
    }

    [Fact]
    public async Task ExtraTime_OfAPeriodThatClosed_LetsItsClosingBeHandledAgain()
    {
        var here = new Used(storage.Account, new DateTimeOffset(2026, 8, 10, 9, 0, 0, TimeSpan.Zero));
        var programme = await ProposedAsync(here);
        var (spring, row) = ((await here.Store.GetAsync(programme, Cancellation))!.Calendar[0], new PeriodStore(storage.Account));
        await row.OpenAsync(new OpenedPeriod(programme, spring.Id, 1, null, June, OpenPeriod.SweepUntil(spring)), Cancellation);
        await row.MarkCloseHandledAsync(programme, spring.Id, Cancellation);
        var days = new PeriodDays(spring.Due, new(2026, 8, 31), new(2026, 10, 31));
        Assert.Null((await here.SetUp.GiveExtraTimeAsync(programme, 1, spring.Id, days, "A flood.", Lead, Cancellation)).Problem);
        var after = (await row.GetNewestAsync(programme, spring.Id, Cancellation))!;
        Assert.Equal((false, OpenPeriod.SweepUntil(days.In(spring))), (after.CloseHandled, after.SweepUntil));
    }

    private static Caller Lead => new(Samples.Ann, Samples.Programme("any").LeadFunder.Id, Samples.Everywhere(Roles.LeadOfficer));

    private static Task<MonitoringReturns.Core.Problems.Outcome<ProfileProposal>> AnswerAsync(Used by, ProgrammeId programme) =>
        by.Agree.AnswerAsync(programme, new AwardId("award-017"), 1, agree: true, null, new Caller(Samples.Ann, Samples.Charity, Samples.Everywhere(Roles.Signatory)), Cancellation);

    /// <summary>A programme with an award whose profile the funder has proposed to change.</summary>
    private async Task<ProgrammeId> ProposedAsync(Used here)
    {
        var programme = Samples.Programme(Samples.NewId());
        var summer = programme.Calendar[0] with { Id = Samples.Summer, Name = "Summer 2026", Start = new(2026, 7, 1), End = new(2026, 9, 30), Due = new(2026, 10, 21), Closed = new(2026, 10, 31), AmendUntil = new(2026, 11, 30) };
        await here.Store.PutAsync(programme with { Calendar = [programme.Calendar[0], summer] }, Cancellation);
        await here.Store.PutAwardAsync(Samples.Award(programme.Id), Cancellation);
        Assert.Null((await new Used(storage.Account).Agree.ProposeAsync(programme.Id, new AwardId("award-017"), 1, null, [Wanted], "A second group begins.", Lead, Cancellation)).Problem);
        return programme.Id;
    }

    /// <summary>The use cases over one way to storage.</summary>
    private sealed class Used
    {
        public Used(StorageAccount account, DateTimeOffset? now = null)
        {
            var (forms, organisations, clock) = (new FormStore(account), new OrganisationStore(account), new FixedClock(now ?? June));
            Store = new ProgrammeStore(account);
            Verify = new VerifyRecord(new ReturnStore(account), new RecordStore(account), organisations, Store);
            SetUp = new SetUpProgramme(Store, Store, forms, new PeriodStore(account), organisations, new ReadSetup(Store, forms, new RecordStore(account), organisations, new PeopleStore(account), Verify, clock), new WorkQueue(account), clock);
            Agree = new AgreeProfile(Store, Store, forms, organisations, new WorkQueue(account), clock);
        }

        public ProgrammeStore Store { get; }

        public VerifyRecord Verify { get; }

        public SetUpProgramme SetUp { get; }

        public AgreeProfile Agree { get; }
    }
}
