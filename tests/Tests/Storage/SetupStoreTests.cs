using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;
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
    public async Task Proposal_ThatNamesAFigureTwice_IsRefusedWithWhich()
    {
        var here = new Used(storage.Account);
        var programme = await ProposedAsync(here);
        var twice = await here.Agree.ProposeAsync(programme, new AwardId("award-017"), 1, 1, [Wanted, Wanted with { Figure = 45 }], "A third group begins.", Lead, Cancellation);
        Assert.Equal(Catalogue.SetupNotUsable, twice.Problem?.Refusal);
        Assert.Equal((Catalogue.FigureTwice, "people-helped/2026-q2"), Assert.Single(twice.Problem!.Findings) is var finding ? (finding.Code, finding.Place) : default);
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
    public async Task Latest_OfALongRecord_CostsAHandfulOfCalls()
    {
        var here = new Used(storage.Account);
        var programme = await ProposedAsync(here);
        for (var change = 1; change <= 12; change++)
            Assert.Null((await here.SetUp.ChangeAsync(programme, change, SetupPart.Notice, now => now with { NoticeWeeks = 12 + change }, Lead, Cancellation)).Problem);

        // Where the record stands, its newest entries, and each name once.
        foreach (var (award, numbers) in new[] { (false, Enumerable.Range(4, 10).Reverse().ToArray()), (true, [1]) })
        {
            var counting = new MortalTransport(6, afterTheCall: false);
            var read = new Used(storage.ConnectBy(counting)).Read;
            var latest = award
                ? await read.LatestAsync(programme, new AwardId("award-017"), 10, Samples.Programme("any").LeadFunder.Id, Cancellation)
                : await read.LatestAsync(programme, 10, Samples.Programme("any").LeadFunder.Id, Cancellation);
            Assert.Equal(numbers, latest.Select(entry => entry.What.Number));
            Assert.False(counting.Died);
        }
    }

    [Fact]
    public async Task Latest_OfAnAward_IsFoundBehindWhatWasChangedOfOthers()
    {
        var here = new Used(storage.Account);
        var programme = await ProposedAsync(here);
        var rows = await Samples.RowsAsync(storage.Account, StorageNames.Programmes, programme.Value);
        var change = new TableEntity(rows.Single(row => row.RowKey == "e|000001")) { ["About"] = "Notice" };
        await Samples.CopyAsync(storage.Account, StorageNames.Programmes, change, Enumerable.Range(2, 600).Select(number => $"e|{number:D6}"));
        var head = new TableEntity(programme.Value, "h") { ["RecordCount"] = 601, ["RecordDigest"] = "any" };
        await storage.Account.Tables.GetTableClient(StorageNames.Programmes).UpdateEntityAsync(head, Azure.ETag.All, TableUpdateMode.Replace, Cancellation);
        var lead = Samples.Programme("any").LeadFunder.Id;

        var latest = await here.Read.LatestAsync(programme, new AwardId("award-017"), 10, lead, Cancellation);
        var (page, _) = await here.Read.RecordAsync(programme, 552, 601, lead, Cancellation);

        Assert.Equal((1, "Bow Family Centre (Homework club)"), Assert.Single(latest) is var entry ? (entry.What.Number, entry.AboutName) : default);
        Assert.Equal(Enumerable.Range(552, 50).Reverse(), page.Select(shown => shown.What.Number));
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
            Read = new ReadSetup(Store, forms, new RecordStore(account), organisations, new PeopleStore(account), Verify, clock);
            SetUp = new SetUpProgramme(Store, Store, forms, new PeriodStore(account), organisations, Read, new WorkQueue(account), clock);
            Agree = new AgreeProfile(Store, Store, forms, organisations, new WorkQueue(account), clock);
        }

        public ProgrammeStore Store { get; }

        public VerifyRecord Verify { get; }

        public ReadSetup Read { get; }

        public SetUpProgramme SetUp { get; }

        public AgreeProfile Agree { get; }
    }
}
