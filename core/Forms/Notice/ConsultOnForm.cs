using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>Opens a version in the making to the programme's providers for some days, and closes it again.</summary>
public sealed class ConsultOnForm(FormDesk desk, PlanAnnouncement planning, ISetupStore setup, IWorkQueue queue, TimeProvider clock)
{
    /// <summary>Fewer leave nobody who works one evening a week the time.</summary>
    public const int FewestDays = 7;
    public const int MostDays = 365;

    private readonly ChangeSetup _change = new(setup, queue, clock);

    /// <summary>From today until a day; opened again, it takes comments until another day.</summary>
    /// <param name="edit">The edit of the draft that was read.</param>
    public Task<Outcome<FormDraft>> OpenAsync(ProgrammeId programme, int edit, DateOnly? until, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<FormDraft>(programme, caller, async () =>
        {
            var found = await planning.RunAsync(programme, caller, cancellation);
            if (found.Value is not { } plan)
                return found.Problem!;
            if (plan.Draft.Edit != edit)
                return new Problem(Catalogue.FormDraftChanged, "Somebody else changed the draft while you had this page open. Nothing was opened: read it again first.");
            var (today, findings) = (plan.Form.Today, plan.Findings.ToList());
            if (until is not { } last || last < today.AddDays(FewestDays) || last > today.AddDays(MostDays))
                findings.Add(new Finding(Catalogue.TooEarly, FindingKind.Refused, "until", $"Enter the last day for comments: {FewestDays} days from now or more, so on {today.AddDays(FewestDays):d MMMM yyyy} or later, and within a year."));
            if (findings.Count > 0)
                return new Problem(Catalogue.ConsultationNotUsable, "Put right what is listed under findings, then open it again.") { Findings = findings };
            var open = plan.Draft with { State = DraftState.Consultation, Consultation = new ConsultationDays(plan.Draft.Consultation?.From ?? today, until!.Value) };
            return new ChangeSetup.Change<FormDraft>(open, Deed.ConsultationOpened, plan.Form.Programme.LeadFunder.Id, $"draft {open.Number}") { Papers = [open] };
        }, cancellation);

    /// <summary>Takes no more comments; those that came are kept.</summary>
    public Task<Outcome<FormDraft>> CloseAsync(ProgrammeId programme, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<FormDraft>(programme, caller, async () =>
        {
            var found = await desk.ToAnnounceAsync(programme, caller, cancellation);
            if (found.Value is not { } form)
                return found.Problem!;
            if (form.Draft is not { State: DraftState.Consultation, Consultation: { } days } draft)
                return new Problem(Catalogue.NoFormDraft, "No version of the form is open to comments.");
            if (days.Until < form.Today)
                return new Problem(Catalogue.NoCommentsNow, $"Comments were taken until {days.Until:d MMMM yyyy}: nothing is left to close.");
            var closed = draft with { Consultation = days with { Until = form.Today.AddDays(-1) } };
            return new ChangeSetup.Change<FormDraft>(closed, Deed.ConsultationClosed, form.Programme.LeadFunder.Id, $"draft {draft.Number}") { Papers = [closed] };
        }, cancellation);
}
