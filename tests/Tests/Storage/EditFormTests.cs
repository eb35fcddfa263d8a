using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Making the next version of a form, in real storage: two editors, undoing, and an end in the middle.</summary>
public sealed class EditFormTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static readonly QuestionId Value = new("awards-value");
    private static readonly QuestionId Number = new("awards-number");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Caller Lead => new(Samples.Ann, Samples.Programme("any").LeadFunder.Id, Samples.Everywhere(Roles.LeadOfficer));

    [Fact]
    public async Task Draft_BegunChangedAndDiscarded_IsInTheRecord()
    {
        var here = new Used(storage.Account);
        var (programme, begun) = await BegunAsync(here);
        Assert.Equal((1, 2, 1), (begun.Draft.Base, begun.Document.Version, begun.Draft.Edit));
        Assert.Equal(Catalogue.FormDraftOpen, (await here.Edit.BeginAsync(programme, null, Lead, Cancellation)).Problem!.Refusal);
        var changed = await RunAsync(here, programme, begun.Mark, Reword(Value, "Value"));
        Assert.Equal(Catalogue.DraftEdited, (await here.Edit.DiscardAsync(programme, begun.Mark, Lead, Cancellation)).Problem!.Refusal);
        Assert.Null((await here.Edit.DiscardAsync(programme, changed.Draft.Mark, Lead, Cancellation)).Problem);
        Assert.Equal(Catalogue.NoDraftBegun, (await here.Read.DraftAsync(programme, Lead, Cancellation)).Problem!.Refusal);
        var deeds = new List<Deed>();
        await foreach (var entry in new RecordStore(storage.Account).OfAsync(programme, Cancellation))
            deeds.Add(entry.Deed);
        Assert.Equal([Deed.FormDraftBegun, Deed.FormDraftDiscarded], deeds);
        // The next one has a number of its own: a page of the old one does nothing to it.
        var again = (await here.Edit.BeginAsync(programme, null, Lead, Cancellation)).Value!;
        Assert.Equal(2, again.Draft.Number);
        Assert.Equal(Catalogue.DraftEdited, (await here.Edit.RunAsync(programme, begun.Mark, Reword(Value, "Value"), Lead, Cancellation)).Problem!.Refusal);
    }

    [Fact]
    public async Task TwoEditors_OfDifferentQuestions_AreMerged_AndOfTheSameTheSecondIsTold()
    {
        var here = new Used(storage.Account);
        var (programme, begun) = await BegunAsync(here);
        await RunAsync(here, programme, begun.Mark, Reword(Value, "By the first"));
        var merged = await RunAsync(here, programme, begun.Mark, Reword(Number, "By the second"));
        Assert.Equal(("By the first", "By the second"), (merged.Draft.Document.Question(Value)!.Label.En, merged.Draft.Document.Question(Number)!.Label.En));
        var refused = (await here.Edit.RunAsync(programme, begun.Mark, Reword(Value, "By the second too"), Lead, Cancellation)).Problem!;
        Assert.Equal(Catalogue.DraftEdited, refused.Refusal);
        Assert.Contains("changed “Value of awards” while you had it open", refused.Detail, StringComparison.Ordinal);
        Assert.Contains("Changed the words of “Value of awards”", refused.Detail, StringComparison.Ordinal);
        Assert.Equal("By the first", (await here.Read.DraftAsync(programme, Lead, Cancellation)).Value!.Document.Question(Value)!.Label.En);
        // A section whose question somebody changed is not removed unseen.
        Assert.Equal(Catalogue.DraftEdited, (await here.Edit.RunAsync(programme, begun.Mark, new RemoveSection(new SectionId("spend")), Lead, Cancellation)).Problem!.Refusal);
    }

    [Fact]
    public async Task ManyAtOnce_EachOnAQuestionOfItsOwn_AllStand()
    {
        var here = new Used(storage.Account);
        var (programme, begun) = await BegunAsync(here);
        var questions = begun.Document.Sections.SelectMany(section => section.Questions).Take(6).Select(question => question.Id).ToList();
        var done = await Task.WhenAll(questions.Select(question => here.Edit.RunAsync(programme, begun.Mark, Reword(question, $"Now {question}"), Lead, Cancellation)));
        Assert.All(done, one => Assert.Null(one.Problem));
        var now = (await here.Read.DraftAsync(programme, Lead, Cancellation)).Value!;
        Assert.Equal(7, now.Draft.Edit);
        Assert.All(questions, question => Assert.Equal($"Now {question}", now.Document.Question(question)!.Label.En));
        Assert.Equal(Enumerable.Range(1, 7).Reverse(), (await here.Read.HistoryAsync(now, null, Cancellation)).Select(one => one.Edit.Number));
    }

    [Fact]
    public void EditsAndUndos_InAnyOrder_GiveWhatPlainApplicationGives() => Prop.ForAll(Dice.Draws(14), draws => FollowAsync(draws).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    /// <summary>Keeps plain documents beside the draft: an edit adds one, an undo takes one away. In the end undoing all gives the first.</summary>
    private async Task FollowAsync(int[] draws)
    {
        var (dice, here) = (new Dice(draws), new Used(storage.Account));
        var (programme, now) = await BegunAsync(here);
        var plain = new Stack<FormDocument>([now.Document]);
        for (var step = 0; step < 7; step++)
        {
            Outcome<MadeEdit> done;
            if (dice.Below(3) == 0)
            {
                done = await here.Edit.UndoAsync(programme, now.Mark, Lead, Cancellation);
                Assert.Equal(plain.Count == 1, done.Problem?.Refusal == Catalogue.NothingToUndo);
                if (plain.Count > 1)
                    plain.Pop();
            }
            else
            {
                FormOperation operation = dice.Below(2) == 0 ? Reword(Value, $"Value {step}") : new AddQuestion(new SectionId("spend"), new QuestionDocument { Id = default, Type = "count", Label = "Another" }, null);
                done = await here.Edit.RunAsync(programme, now.Mark, operation, Lead, Cancellation);
                plain.Push(operation.ApplyTo(plain.Peek(), new UsedIds([plain.Last(), plain.Peek()])).Value!.Document);
            }
            now = (await here.Read.DraftAsync(programme, Lead, Cancellation)).Value!;
            Assert.Equal(plain.Peek().ToJson(), now.Document.ToJson());
        }
        while ((await here.Edit.UndoAsync(programme, now.Mark, Lead, Cancellation)).Problem is null)
            now = (await here.Read.DraftAsync(programme, Lead, Cancellation)).Value!;
        Assert.Equal(plain.Last().ToJson(), now.Document.ToJson());
    }

    [Fact]
    public async Task Begin_KilledBeforeAnyCall_IsWholeOrNotThere() => await KilledAsync(
        async (here, programme) => (await here.Edit.BeginAsync(programme, null, Lead, Cancellation)).Problem,
        async (here, programme) => (await here.Drafts.NewestAsync(programme, Cancellation)) is { Edit: 1 });

    [Fact]
    public async Task Edit_KilledBeforeAnyCall_IsWholeOrNotThere() => await KilledAsync(
        async (here, programme) => (await here.Edit.RunAsync(programme, new DraftMark(1, 1), Reword(Value, "Value"), Lead, Cancellation)).Problem,
        async (here, programme) => (await here.Drafts.NewestAsync(programme, Cancellation))!.Document.Question(Value)!.Label.En == "Value",
        begun: true);

    private async Task KilledAsync(Func<Used, ProgrammeId, Task<Problem?>> act, Func<Used, ProgrammeId, Task<bool>> isDone, bool begun = false)
    {
        var here = new Used(storage.Account);
        for (var dieAt = 1; ; dieAt++)
        {
            var programme = begun ? (await BegunAsync(here)).Programme : await ProgrammeAsync(here);
            var transport = new MortalTransport(dieAt, afterTheCall: false);
            try
            {
                Assert.Null(await act(new Used(storage.ConnectBy(transport)), programme));
            }
            catch (Exception error) when (transport.Died && error is not Xunit.Sdk.XunitException)
            {
                // Killed, as it should be.
            }
            Assert.Equal(!transport.Died, await isDone(here, programme));
            if (!transport.Died)
                break;
            // Whoever tries again goes through.
            Assert.Null(await act(here, programme));
            Assert.True(await isDone(here, programme));
        }
    }

    private static ChangeQuestion Reword(QuestionId question, string label) => new(question, one => one with { Label = label }, "the words");

    private static async Task<MadeEdit> RunAsync(Used here, ProgrammeId programme, DraftMark mark, FormOperation operation)
    {
        var done = await here.Edit.RunAsync(programme, mark, operation, Lead, Cancellation);
        Assert.Null(done.Problem);
        return done.Value!;
    }

    private static async Task<(ProgrammeId Programme, FoundDraft Draft)> BegunAsync(Used here)
    {
        var programme = await ProgrammeAsync(here);
        Assert.Null((await here.Edit.BeginAsync(programme, null, Lead, Cancellation)).Problem);
        return (programme, (await here.Read.DraftAsync(programme, Lead, Cancellation)).Value!);
    }

    private static async Task<ProgrammeId> ProgrammeAsync(Used here)
    {
        var id = Samples.NewId();
        var form = FormDocument.Read(File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "forms", "household-support", "1.json"))) with { Form = new FormId(id) };
        await here.Forms.AddAsync(form.ToJson(), Samples.Ann, null, Cancellation);
        await here.Programmes.PutAsync(Samples.Programme(id) with { Form = new FormId(id) }, Cancellation);
        return new ProgrammeId(id);
    }

    /// <summary>The use cases over one way to storage.</summary>
    private sealed class Used
    {
        public Used(StorageAccount account)
        {
            var clock = new FixedClock(Samples.Morning);
            (Programmes, Forms, Drafts) = (new ProgrammeStore(account), new FormStore(account), new DraftStore(account));
            Read = new ReadForm(Programmes, Drafts, Forms, new MemberNames(new PeopleStore(account), new OrganisationStore(account)), clock);
            Edit = new EditForm(Programmes, Drafts, Read, new WorkQueue(account), clock);
        }

        public ProgrammeStore Programmes { get; }

        public FormStore Forms { get; }

        public DraftStore Drafts { get; }

        public ReadForm Read { get; }

        public EditForm Edit { get; }
    }
}
