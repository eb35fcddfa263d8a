using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>What announcing a draft today would come to.</summary>
/// <param name="Before">The version that it takes the place of; null for the first.</param>
/// <param name="Earliest">The earliest start that its notice allows.</param>
/// <param name="Periods">The periods that it can start with, those that only an imposed version can among them.</param>
/// <param name="Findings">What has to be put right before it can be announced; none where it can.</param>
public sealed record AnnouncementPlan(
    FoundForm Form, FormDraft Draft, FormVersion? Before, IReadOnlyList<FormChange> Changes, ChangeClass Class, DateOnly Earliest, IReadOnlyList<ReportingPeriod> Periods,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>The first day after a notice that begins today.</summary>
    public DateOnly EndOfNotice => NoticeRule.EndOfNotice(Form.Today, Form.Programme.NoticeWeeks);

    public bool NeedsImposing(ReportingPeriod period) => Before is not null && period.Start < Earliest;

    public int? MinutesAdded => Draft.Document.Minutes - Before?.Minutes;

    /// <summary>The box that a change's reason is typed into.</summary>
    public static string ReasonBox(int place) => $"reason-{place + 1}";

    /// <summary>The box that says of which change the reason is, by its key.</summary>
    public static string ChangeBox(int place) => $"change-{place + 1}";
}

/// <summary>Works out what announcing a programme's draft would come to.</summary>
public sealed class PlanAnnouncement(FormDesk desk, IFormStore forms)
{
    public async Task<Outcome<AnnouncementPlan>> RunAsync(ProgrammeId programme, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.ToAnnounceAsync(programme, caller, cancellation);
        return found.Value is { } form ? await OfAsync(form, cancellation) : found.Problem!;
    }

    internal async Task<Outcome<AnnouncementPlan>> OfAsync(FoundForm form, CancellationToken cancellation)
    {
        if (form.Draft is not { IsOpen: true } draft)
            return new Problem(Catalogue.NoFormDraft, "No version of the form is in the making. Begin one first.");
        var programme = form.Programme;
        var before = form.Follows is { } last ? await forms.GetAsync(programme.Form, last, cancellation) : null;
        var versions = new List<FormVersion>();
        foreach (var number in await forms.VersionsAsync(programme.Form, cancellation))
            if (await forms.GetAsync(programme.Form, number, cancellation) is { } version)
                versions.Add(version);
        var findings = DraftProblems.Of(draft.Document, versions, before, programme)
            .Select(problem => new Finding(problem.Indicator is null ? Catalogue.FormNotUsable : Catalogue.IndicatorNotUsable, FindingKind.Refused, "form", problem.Sentence)).ToList();
        // None of a draft that has an id twice, which is among the findings.
        var changes = before is null ? [] : FormDifference.IfTold(before.Document, draft.Document)?.Changes ?? [];
        if (findings.Count == 0 && before is not null && changes.Count == 0)
            findings.Add(new Finding(Catalogue.FormUnchanged, FindingKind.Refused, "form", $"The draft asks what version {before.Number} asks: change something before you announce it."));
        var @class = before is null ? ChangeClass.Heavier : ChangeRules.ClassOf(changes);
        return new AnnouncementPlan(
            form, draft, before, changes, @class, before is null ? programme.Calendar.FirstOrDefault()?.Start ?? form.Today : NoticeRule.EarliestStart(@class, form.Today, programme.NoticeWeeks),
            [.. NoticeRule.PeriodsToStart(programme, form.Today)], findings);
    }
}
