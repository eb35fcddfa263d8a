using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Announcements in real storage: all of each or nothing, also where the process ends in the middle.</summary>
public sealed class AnnounceStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static readonly DateTimeOffset May = new(2026, 5, 10, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Caller Lead => new(Samples.Ann, Samples.Programme("any").LeadFunder.Id, Samples.Everywhere(Roles.LeadOfficer));

    // Dying after a call leaves what dying before the next one leaves, so before is enough.
    [Fact]
    public async Task Announcement_KilledAtAnyCall_IsWholeOrNotThereAndGoesThroughTheNextTime()
    {
        var announcedOf = new List<bool>();
        for (var dieAt = 1; ; dieAt++)
        {
            var (here, programme) = (new Used(storage.Account), await DraftedAsync());
            var transport = new MortalTransport(dieAt, afterTheCall: false);
            try
            {
                Assert.Null((await AnnounceAsync(new Used(storage.ConnectBy(transport)), programme)).Problem);
            }
            catch (Exception error) when (transport.Died && error is not Xunit.Sdk.XunitException)
            {
                // Killed, as it should be.
            }
            var announced = await here.Notices.AnnouncementAsync(programme, 2, Cancellation) is not null;
            announcedOf.Add(announced);
            Assert.Equal(announced ? [1, 2] : [1], (await here.Programmes.GetAsync(programme, Cancellation))!.FormVersions.Select(plan => plan.Version));
            Assert.Equal(announced ? DraftState.Announced : DraftState.Draft, (await here.Drafts.NewestAsync(programme, Cancellation))!.State);
            Assert.Empty((await here.Verify.ProgrammeAsync(programme, Cancellation)).Breaks);
            // The second time it goes through under the same number, or is told that it was done.
            Assert.Equal(announced ? Catalogue.FormDraftChanged : null, (await AnnounceAsync(here, programme)).Problem?.Refusal);
            Assert.Equal([1, 2], await here.Forms.VersionsAsync(new FormId(programme.Value), Cancellation));
            var stored = (await here.Notices.AnnouncementAsync(programme, 2, Cancellation))!;
            Assert.Equal(stored.ContentHash, (await here.Forms.GetAsync(new FormId(programme.Value), 2, Cancellation))!.ContentHash);
            Assert.Empty((await here.Verify.ProgrammeAsync(programme, Cancellation)).Breaks);
            if (!transport.Died)
                break;
        }
        Assert.Contains(false, announcedOf);
        Assert.True(announcedOf[^1]);
    }

    [Fact]
    public async Task Announcement_WhoseNumberHoldsOtherContent_TakesTheNext()
    {
        var (here, programme) = (new Used(storage.Account), await DraftedAsync());
        // An announcement broke off after its document was kept, and the draft was changed since.
        await here.Forms.AddAsync(Form(programme, 2, "Broken off"), Samples.Ann, null, Cancellation);
        var announced = (await AnnounceAsync(here, programme)).Value!;
        Assert.Equal((3, 1), (announced.Version, announced.Follows));
        Assert.Equal([1, 3], (await here.Programmes.GetAsync(programme, Cancellation))!.FormVersions.Select(plan => plan.Version));
    }

    [Fact]
    public async Task Published_Content_NeverChanges()
    {
        var (here, programme) = (new Used(storage.Account), await DraftedAsync());
        var announced = (await AnnounceAsync(here, programme)).Value!;
        var before = (await here.Forms.GetDocumentAsync(announced.Form, 2, Cancellation))!.Value.ToArray();
        await Assert.ThrowsAsync<FormDefinitionException>(() => here.Forms.AddAsync(Form(programme, 2, "Another title"), Samples.Ann, null, Cancellation));
        Assert.Equal(before, (await new FormStore(storage.Account).GetDocumentAsync(announced.Form, 2, Cancellation))!.Value.ToArray());
    }

    private static Task<Outcome<Announcement>> AnnounceAsync(Used by, ProgrammeId programme) =>
        by.Announce.RunAsync(programme, 1, 1, new WantedAnnouncement(new PeriodId("autumn"), ["More people come."], 1), Lead, Cancellation);

    /// <summary>A programme whose next version asks one question more.</summary>
    private async Task<ProgrammeId> DraftedAsync()
    {
        var (here, id) = (new Used(storage.Account), Samples.NewId());
        var programme = Samples.Programme(id) with { Form = new FormId(id) };
        var spring = programme.Calendar[0];
        await here.Forms.AddAsync(Form(programme.Id, 1, "Quarterly"), Samples.Ann, null, Cancellation);
        await here.Programmes.PutAsync(programme with { Calendar = [spring, spring with { Id = new PeriodId("autumn"), Name = "Autumn 2026", Start = new(2026, 9, 1), End = new(2026, 11, 30), Due = new(2026, 12, 21), Closed = new(2026, 12, 31), AmendUntil = new(2027, 1, 31) }] }, Cancellation);
        await here.Programmes.PutAwardAsync(Samples.Award(programme.Id), Cancellation);
        var document = FormDocument.Read(Form(programme.Id, 2, "Quarterly", """, { "id": "carers", "type": "count", "label": "Young carers", "required": true }"""));
        Assert.True(await here.Drafts.TrySaveAsync(new FormDraft { Programme = programme.Id, Number = 1, Base = 1, Edit = 1, By = Samples.Ann, For = programme.LeadFunder.Id, At = May, Made = new FormEdit(1, null, "Began", Samples.Ann, May, document) }, Cancellation));
        return programme.Id;
    }

    private static byte[] Form(ProgrammeId form, int version, string title, string more = "") => Encoding.UTF8.GetBytes(
        $$"""{ "form": "{{form}}", "version": {{version}}, "title": "{{title}}", "sections": [ { "id": "people", "title": "People", "questions": [ { "id": "people-helped", "type": "count", "label": "People helped", "required": true }{{more}} ] } ] }""");

    /// <summary>The use cases over one way to storage.</summary>
    private sealed class Used
    {
        public Used(StorageAccount account)
        {
            var clock = new FixedClock(May);
            (Programmes, Forms, Drafts, Notices) = (new ProgrammeStore(account), new FormStore(account), new DraftStore(account), new NoticeStore(account));
            Verify = new VerifyRecord(new ReturnStore(account), new RecordStore(account), new OrganisationStore(account), Programmes);
            var desk = new FormDesk(Programmes, Drafts, clock);
            Announce = new AnnounceVersion(desk, new PlanAnnouncement(desk, Forms), Programmes, Programmes, Notices, Forms, new WorkQueue(account), clock);
        }

        public ProgrammeStore Programmes { get; }

        public FormStore Forms { get; }

        public DraftStore Drafts { get; }

        public NoticeStore Notices { get; }

        public VerifyRecord Verify { get; }

        public AnnounceVersion Announce { get; }
    }
}
