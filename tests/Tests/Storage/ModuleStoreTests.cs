using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.Storage;

/// <summary>A co-funder's module in real storage: taken with the edit that holds it, or neither, also where the process ends in the middle.</summary>
public sealed class ModuleStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static readonly DateTimeOffset May = new(2026, 5, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly NamedOrganisation Trust = new(OrganisationId.Parse("GB-CHC-204279"), "A trust");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Caller Lead => new(Samples.Ann, Samples.Programme("any").LeadFunder.Id, Samples.Everywhere(Roles.LeadOfficer));

    private static Caller Officer => new(Samples.Ann, Trust.Id, Samples.Everywhere(Roles.Officer));

    // Dying after a call leaves what dying before the next one leaves, so before is enough.
    [Fact]
    public async Task Module_TakenAndKilledAtAnyCall_IsInTheDraftAndAnsweredOrNeither()
    {
        var takenOf = new List<bool>();
        for (var dieAt = 1; ; dieAt++)
        {
            var (here, module) = (new Used(storage.Account), await ProposedAsync());
            var transport = new MortalTransport(dieAt, afterTheCall: false);
            try
            {
                Assert.Null((await TakeAsync(new Used(storage.ConnectBy(transport)), module)).Problem);
            }
            catch (Exception error) when (transport.Died && error is not Xunit.Sdk.XunitException)
            {
                // Killed, as it should be.
            }
            var taken = (await here.Notices.ModuleAsync(module.Programme, Trust.Id, module.Id, Cancellation))!.Answer is not null;
            takenOf.Add(taken);
            Assert.Equal(taken, await HoldsAsync(here, module));
            // The second time it goes through, or is told that it was done; either way it stands there once.
            Assert.Equal(taken ? Catalogue.ModuleAnswered : null, (await TakeAsync(here, module)).Problem?.Refusal);
            Assert.True(await HoldsAsync(here, module));
            Assert.Equal(2, (await here.Drafts.NewestAsync(module.Programme, Cancellation))!.Edit);
            Assert.Empty((await here.Verify.ProgrammeAsync(module.Programme, Cancellation)).Breaks);
            if (!transport.Died)
                break;
        }
        Assert.Contains(false, takenOf);
        Assert.True(takenOf[^1]);
    }

    [Fact]
    public async Task Module_WhoseLabelsAreTaken_GetsIdsOfItsOwn()
    {
        var (here, module) = (new Used(storage.Account), await ProposedAsync());
        Assert.Null((await TakeAsync(here, module)).Problem);
        var sections = (await here.Drafts.NewestAsync(module.Programme, Cancellation))!.Document.Sections;
        // The form has a section and a question of these names already.
        Assert.Equal(["people", "people-v2"], sections.Select(section => section.Id.Value));
        Assert.Equal(["people-helped-v2", "people-helped-v3"], sections[1].Questions.Select(question => question.Id.Value));
    }

    private static Task<Outcome<ModuleProposal>> TakeAsync(Used by, ModuleProposal module) => by.Propose.TakeAsync(module.Programme, Trust.Id, module.Id, Lead, Cancellation);

    private static async Task<bool> HoldsAsync(Used here, ModuleProposal module) =>
        (await here.Drafts.NewestAsync(module.Programme, Cancellation))!.Document.Sections.Count(section => section.Module == Trust.Id) == 1;

    private async Task<ModuleProposal> ProposedAsync()
    {
        var (here, id) = (new Used(storage.Account), Samples.NewId());
        var programme = Samples.Programme(id) with { Form = new FormId(id), CoFunders = [Trust] };
        var form = Encoding.UTF8.GetBytes(
            $$"""{ "form": "{{id}}", "version": 1, "title": "Quarterly", "sections": [ { "id": "people", "title": "People", "questions": [ { "id": "people-helped", "type": "count", "label": "People helped" } ] } ] }""");
        await here.Forms.AddAsync(form, Samples.Ann, null, Cancellation);
        await here.Programmes.PutAsync(programme, Cancellation);
        var draft = new FormDraft { Programme = programme.Id, Number = 1, Base = 1, Edit = 1, By = Samples.Ann, For = programme.LeadFunder.Id, At = May, Made = new FormEdit(1, null, "Began", Samples.Ann, May, FormDocument.Read(form)) };
        Assert.True(await here.Drafts.TrySaveAsync(draft, Cancellation));
        var question = new ModuleQuestion("count", "People helped", null, "To plan.", "The trustees");
        return (await here.Propose.ProposeAsync(programme.Id, "People", [question, question], Officer, Cancellation)).Value!;
    }

    /// <summary>The use cases over one way to storage.</summary>
    private sealed class Used
    {
        public Used(StorageAccount account)
        {
            var clock = new FixedClock(May);
            var organisations = new OrganisationStore(account);
            (Programmes, Forms, Drafts, Notices) = (new ProgrammeStore(account), new FormStore(account), new DraftStore(account), new NoticeStore(account));
            Verify = new VerifyRecord(new ReturnStore(account), new RecordStore(account), organisations, Programmes);
            var desk = new FormDesk(Programmes, Drafts, clock);
            Propose = new ProposeModule(
                new ReadModules(desk, Notices), desk, new ReadForm(Programmes, Drafts, Forms, new MemberNames(new PeopleStore(account), organisations), clock), Programmes, new WorkQueue(account), clock);
        }

        public ProgrammeStore Programmes { get; }

        public FormStore Forms { get; }

        public DraftStore Drafts { get; }

        public NoticeStore Notices { get; }

        public VerifyRecord Verify { get; }

        public ProposeModule Propose { get; }
    }
}
