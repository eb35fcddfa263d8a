using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Forms.Modules;

/// <summary>A co-funder's officer proposes a module; a lead officer of the lead funder takes it into the draft, as an edit of it, or declines it. Answered once.</summary>
public sealed class ProposeModule(ReadModules modules, FormDesk desk, ReadForm forms, ISetupStore setup, IWorkQueue queue, TimeProvider clock)
{
    public const string WhoProposes = "An officer of a co-funder proposes questions of its own.";

    /// <summary>A module is small: it adds to a form that all of an award's funders share.</summary>
    public const int MostQuestions = 5;

    public const int MostLabel = 200;
    public const int MostWords = 1000;
    public const int MostReason = 2000;

    private readonly ChangeSetup _change = new(setup, queue, clock);

    public Task<Outcome<ModuleProposal>> ProposeAsync(ProgrammeId programme, string? title, IReadOnlyList<ModuleQuestion> questions, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<ModuleProposal>(programme, caller, async () =>
        {
            var found = await modules.ToProposeAsync(programme, caller, cancellation);
            if (found.Value is not { Access.ProposesFor: { } funder })
                return found.Problem!;
            var findings = new List<Finding>();
            var wanted = new ModuleProposal
            {
                Programme = programme,
                Id = FormSaying.NewId(clock.GetUtcNow()),
                Funder = funder,
                Title = Line(title, "title", "the title", "Enter a title for your questions, such as “For the trust”.", MostLabel, findings),
                Questions = Read(questions, findings),
                By = caller.Id,
                At = clock.GetUtcNow(),
            };
            return findings.Count > 0
                ? new Problem(Catalogue.ModuleNotUsable, "Put right what is listed under findings, then send it again.") { Findings = findings }
                : new ChangeSetup.Change<ModuleProposal>(wanted, Deed.ModuleProposed, funder.Id, wanted.About) { Papers = [wanted] };
        }, cancellation);

    /// <summary>Takes it into the version in the making.</summary>
    public Task<Outcome<ModuleProposal>> TakeAsync(ProgrammeId programme, OrganisationId funder, string id, Caller caller, CancellationToken cancellation) =>
        AnswerAsync(programme, funder, id, caller, Deed.ModuleTaken, async (form, module) =>
        {
            if (form.Programme.CoFunders.All(one => one.Id != funder))
                return new Problem(Catalogue.ModuleNotUsable, $"{module.Funder.Name} is no co-funder of the programme any more: decline it.");
            var making = await forms.ToEditAsync(programme, caller, cancellation);
            if (making.Value is not { } toEdit)
                return making.Problem!;
            if (toEdit.Draft is not { } open)
                return new Problem(Catalogue.NoFormDraft, "Begin the next version of the form first: it is taken into that.");
            var draft = new FoundDraft(toEdit, open);
            var edited = new TakeModule(module, toEdit.Versions).ApplyTo(draft.Document, draft.UsedIdsOf());
            if (edited.Value is not { } done)
                return edited.Problem!;
            if (done.Document.ToJson().Length > EditForm.MostBytes)
                return FormOperation.Refused("document", "The form is larger than the portal keeps, 1 MB as a document: remove what nobody needs.");
            var now = clock.GetUtcNow();
            var edit = new FormEdit(open.Edit + 1, open.Edit, done.What, caller.Id, now, done.Document);
            var after = open with { Edit = edit.Number, Document = edit.Document, Made = edit, By = caller.Id, For = form.Programme.LeadFunder.Id, At = now };
            return (new ModuleAnswer(open.Number, null, form.Today, caller.Id, form.Programme.LeadFunder.Id), after);
        }, cancellation);

    public Task<Outcome<ModuleProposal>> DeclineAsync(ProgrammeId programme, OrganisationId funder, string id, string? reason, Caller caller, CancellationToken cancellation) =>
        AnswerAsync(programme, funder, id, caller, Deed.ModuleDeclined, (form, _) =>
        {
            var findings = new List<Finding>();
            var why = SaidText.Need(reason, "reason", "the reason", "Enter why it is not taken into the form, for the co-funder to read.", MostReason, findings);
            return Task.FromResult<Outcome<(ModuleAnswer Answer, FormDraft? Draft)>>(findings.Count > 0
                ? new Problem(Catalogue.ModuleNotUsable, "Put right what is listed under findings, then decline it again.") { Findings = findings }
                : (new ModuleAnswer(null, why, form.Today, caller.Id, form.Programme.LeadFunder.Id), null));
        }, cancellation);

    private Task<Outcome<ModuleProposal>> AnswerAsync(
        ProgrammeId programme, OrganisationId funder, string id, Caller caller, Deed deed, Func<FoundForm, ModuleProposal, Task<Outcome<(ModuleAnswer Answer, FormDraft? Draft)>>> answer, CancellationToken cancellation) =>
        _change.RunAsync<ModuleProposal>(programme, caller, async () =>
        {
            // To whom the module is not there, it is not there; a co-funder is told who answers.
            var shown = await modules.FindAsync(programme, funder, id, caller, cancellation);
            if (shown.Value is not (_, { } module))
                return shown.Problem!;
            var found = await desk.ToAnnounceAsync(programme, caller, cancellation);
            if (found.Value is not { } form)
                return found.Problem!;
            if (module.Answer is { } said)
                return new Problem(Catalogue.ModuleAnswered, $"Your organisation {(said.Reason is null ? "took this into the form" : "declined this")} on {said.On:d MMMM yyyy}. Nothing was changed.");
            var made = await answer(form, module);
            if (made.Problem is { } refused)
                return refused;
            var answered = module with { Answer = made.Value.Answer };
            return new ChangeSetup.Change<ModuleProposal>(answered, deed, form.Programme.LeadFunder.Id, module.About) { Papers = made.Value.Draft is { } draft ? [draft, answered] : [answered] };
        }, cancellation);

    private static List<ModuleQuestion> Read(IReadOnlyList<ModuleQuestion> questions, List<Finding> findings)
    {
        if (questions.Count is 0 or > MostQuestions)
            findings.Add(new Finding(Catalogue.SayingNeeded, FindingKind.Refused, "question-1-label", $"Enter one question, or up to {MostQuestions}."));
        return [.. questions.Take(MostQuestions).Select((question, place) =>
        {
            var box = System.FormattableString.Invariant($"question-{place + 1}");
            if (!ModuleQuestion.Types.Contains(question.Type, StringComparer.Ordinal))
                findings.Add(new Finding(Catalogue.UnknownChoice, FindingKind.Refused, $"{box}-type", $"Choose how question {place + 1} is answered."));
            return new ModuleQuestion(
                question.Type,
                Line(question.Label, $"{box}-label", $"question {place + 1}", $"Enter question {place + 1} as charities will read it.", MostLabel, findings),
                SaidText.Read(question.Hint, $"{box}-hint", $"the hint of question {place + 1}", MostWords, findings) is { } hint ? OneLine(hint) : null,
                Line(question.Why, $"{box}-why", $"why question {place + 1} is asked", $"Enter why question {place + 1} is asked.", MostWords, findings),
                Line(question.UsedBy, $"{box}-used-by", $"who uses the answers to question {place + 1}", $"Enter who uses the answers to question {place + 1}.", MostWords, findings));
        })];
    }

    /// <summary>Labels and reasons of a form are one line each.</summary>
    private static string Line(string? typed, string place, string what, string ask, int most, List<Finding> findings) => OneLine(SaidText.Need(typed, place, what, ask, most, findings) ?? "");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
