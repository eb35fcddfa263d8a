using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>How a version is to be announced.</summary>
/// <param name="Reasons">Why each change is made, in the order of the plan's changes; null or empty where none is given.</param>
/// <param name="Follows">The version that the changes were read against; null where there was none.</param>
/// <param name="ImposedBy">Who imposes an earlier start than the notice allows; null where nobody does.</param>
public sealed record WantedAnnouncement(PeriodId From, IReadOnlyList<string?> Reasons, int? Follows, string? ImposedBy = null, string? ImposedWhy = null);

/// <summary>
/// Announces a version: its content is kept for ever from then on, the notice runs, and from its first period on it is asked. Withdraws one that has
/// not started.
/// </summary>
public sealed class AnnounceVersion(FormDesk desk, PlanAnnouncement planning, IProgrammeStore programmes, ISetupStore setup, INoticeStore notices, IFormStore forms, IWorkQueue queue, TimeProvider clock)
{
    public const int MostReasonCharacters = 2000;
    private const int MostNameCharacters = ProgrammeRules.MostCharacters;

    private readonly ChangeSetup _change = new(setup, queue, clock);
    private readonly AddFormVersion _add = new(forms);

    /// <param name="draft">The draft that was read, by its number, and the edit of it.</param>
    public Task<Outcome<Announcement>> RunAsync(ProgrammeId programme, int draft, int edit, WantedAnnouncement wanted, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<Announcement>(programme, caller, async () =>
        {
            var found = await planning.RunAsync(programme, caller, cancellation);
            if (found.Value is not { } plan)
                return await SaidAlreadyAsync(programme, draft, caller, cancellation) ?? found.Problem!;
            if (plan.Draft.Number != draft || plan.Draft.Edit != edit)
                return new Problem(Catalogue.FormDraftChanged, "Somebody else changed the draft while you had this page open. Nothing was announced: read the changes again, then announce it if they still hold.");
            if (plan.Before?.Number != wanted.Follows)
                return new Problem(Catalogue.FormDraftChanged, $"{(plan.Before is { } other ? $"The draft takes the place of version {other.Number}" : "The draft is the first version")} now, so it changes other things than you read. Nothing was announced: read the changes and their reasons again, then announce it.");
            var findings = plan.Findings.ToList();
            var period = Start(plan, wanted, clock.GetUtcNow(), findings);
            var imposed = Imposed(plan, wanted, period, findings);
            var changes = Changes(plan, wanted, findings);
            var document = imposed is null ? plan.Draft.Document : NoticeRule.WithHeavierOptional(plan.Draft.Document, plan.Changes, imposed.OptionalUntil);
            if (findings.Count == 0 && plan.Class == ChangeClass.Heavier)
                await CheckSizeAsync(plan, findings, cancellation);
            if (findings.Count > 0)
                return new Problem(Catalogue.AnnouncementNotUsable, "Put right what is listed under findings, then announce it again.") { Findings = findings };
            var kept = await KeepAsync(plan, document, caller, cancellation);
            var now = clock.GetUtcNow();
            var before = plan.Form.Programme;
            var after = before with { Version = before.Version + 1, FormVersions = [.. before.FormVersions, new FormPlan(kept.Number, period!.Id, imposed is null ? plan.Earliest : UkTime.DayOf(now).AddDays(1))] };
            var announcement = new Announcement
            {
                Programme = programme,
                Form = before.Form,
                Version = kept.Number,
                Draft = draft,
                Follows = plan.Before?.Number,
                From = period.Id,
                Starts = period.Start,
                On = plan.Form.Today,
                At = now,
                By = caller.Id,
                For = before.LeadFunder.Id,
                Class = plan.Class,
                Earliest = plan.Earliest,
                Imposed = imposed,
                Changes = changes,
                Minutes = kept.Minutes,
                MinutesBefore = plan.Before?.Minutes,
                Providers = await ConcernedAsync(before, period, cancellation),
                ContentHash = kept.ContentHash,
            };
            return new ChangeSetup.Change<Announcement>(announcement, Deed.ProgrammeChanged, before.LeadFunder.Id, $"{SetupPart.VersionAnnounced}")
            {
                Before = SetupDigest.Of(before),
                After = SetupDigest.Of(after),
                Put = after,
                Papers = [announcement, plan.Draft with { State = DraftState.Announced, Version = kept.Number }],
            };
        }, cancellation);

    /// <summary>Takes a version back that has not started; returns go on with the one before it.</summary>
    /// <param name="version">The version that was announced last.</param>
    public Task<Outcome<Announcement>> WithdrawAsync(ProgrammeId programme, int version, string? reason, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<Announcement>(programme, caller, async () =>
        {
            var found = await desk.ToAnnounceAsync(programme, caller, cancellation);
            if (found.Value is not { } form)
                return found.Problem!;
            if (await notices.AnnouncementAsync(programme, version, cancellation) is not { } announced)
                return ProgrammeAccess.NotFound;
            if (announced.Withdrawn is { } gone)
                return new Problem(Catalogue.NotToBeWithdrawn, $"Version {version} was withdrawn on {gone.On:d MMMM yyyy} already.");
            var before = form.Programme;
            if (before.FormVersions[^1].Version != version)
                return new Problem(Catalogue.NotToBeWithdrawn, $"Version {before.FormVersions[^1].Version} was announced after it and builds on it: withdraw that one first.");
            if (VersionStandings.Of(before, version, form.Today) != VersionStanding.Announced)
                return new Problem(Catalogue.NotToBeWithdrawn, $"Version {version} is in force: its first period has opened. Announce another version to change what is asked.");
            if (before.Period(before.FormVersions[^1].From) is { } first && NoticeRule.OpensAnyMoment(first, clock.GetUtcNow()))
                return new Problem(Catalogue.NotToBeWithdrawn, $"Version {version} starts within minutes, and somebody may open a return on it before it is withdrawn. Announce another version to change what is asked.");
            var findings = new List<Finding>();
            var why = SaidText.Need(reason, "reason", "the reason", "Enter why it is withdrawn, for all providers and funders to read.", MostReasonCharacters, findings);
            if (before.FormVersions.Count == 1)
                findings.Add(new Finding(Catalogue.PeriodStarted, FindingKind.Refused, "reason", "It is the only version of the form: without it no return could be filed. Announce another instead."));
            if (findings.Count > 0)
                return new Problem(Catalogue.AnnouncementNotUsable, "Put right what is listed under findings, then withdraw it again.") { Findings = findings };
            var after = before with { Version = before.Version + 1, FormVersions = [.. before.FormVersions.SkipLast(1)] };
            var withdrawn = announced with { Withdrawn = new Withdrawal(form.Today, why!, caller.Id, before.LeadFunder.Id) };
            return new ChangeSetup.Change<Announcement>(withdrawn, Deed.ProgrammeChanged, before.LeadFunder.Id, $"{SetupPart.VersionWithdrawn}")
            {
                Before = SetupDigest.Of(before),
                After = SetupDigest.Of(after),
                Put = after,
                Papers = [withdrawn],
            };
        }, cancellation);

    /// <summary>Where the same person's press came twice, or its answer was lost, the first counts.</summary>
    private async Task<Problem?> SaidAlreadyAsync(ProgrammeId programme, int draft, Caller caller, CancellationToken cancellation)
    {
        if ((await desk.ToAnnounceAsync(programme, caller, cancellation)).Value is null)
            return null;
        var announced = (await notices.AnnouncementsAsync(programme, cancellation)).LastOrDefault(one => one.Draft == draft);
        return announced is null ? null : new Problem(Catalogue.FormDraftChanged, $"This draft was announced already, as version {announced.Version}, on {announced.On:d MMMM yyyy}. Nothing was announced again.");
    }

    private static ReportingPeriod? Start(AnnouncementPlan plan, WantedAnnouncement wanted, DateTimeOffset now, List<Finding> findings)
    {
        if (plan.Periods.FirstOrDefault(period => period.Id == wanted.From) is not { } period)
        {
            findings.Add(new Finding(Catalogue.UnknownPeriod, FindingKind.Refused, "from", plan.Periods.Count == 0 ? "No period is left that has not opened: add periods to the calendar first." : "Choose the first period that asks it: one that has not opened."));
            return null;
        }
        if (plan.Before is not null && NoticeRule.OpensAnyMoment(period, now))
            findings.Add(new Finding(Catalogue.StartTooEarly, FindingKind.Refused, "from", $"{period.Name} begins within minutes, and somebody may open a return before this is announced: choose a later period."));
        else if (plan.NeedsImposing(period) && string.IsNullOrWhiteSpace(wanted.ImposedBy))
            findings.Add(new Finding(Catalogue.StartTooEarly, FindingKind.Refused, "from", $"{period.Name} begins on {period.Start:d MMMM yyyy}. Something becomes heavier, so the version needs {(plan.Form.Programme.NoticeWeeks is var weeks and not 1 ? $"{weeks} weeks’" : "1 week’s")} notice and can start with a period that begins on {plan.Earliest:d MMMM yyyy} or later; sooner only if somebody above the funder imposes it."));
        return period;
    }

    private static Imposition? Imposed(AnnouncementPlan plan, WantedAnnouncement wanted, ReportingPeriod? period, List<Finding> findings)
    {
        if (string.IsNullOrWhiteSpace(wanted.ImposedBy) || period is null || !plan.NeedsImposing(period))
            return null;
        ProgrammeRules.CheckText(wanted.ImposedBy, "imposed-by", "Enter who imposes the earlier start", findings, MostNameCharacters);
        if (string.IsNullOrWhiteSpace(wanted.ImposedWhy) || wanted.ImposedWhy.Length > MostReasonCharacters)
            findings.Add(new Finding(Catalogue.SayingNeeded, FindingKind.Refused, "imposed-why", $"Enter why it is imposed, as providers will read it, in {MostReasonCharacters:N0} characters or fewer."));
        foreach (var change in NoticeRule.NotOptional(plan.Changes, plan.Before!.Document, plan.Draft.Document))
            findings.Add(new Finding(Catalogue.NotToBeLeftOpen, FindingKind.Refused, "from", $"{change.Sentence} Nobody can leave that open until the notice has run: take it out of this version, or start when the notice allows."));
        return new Imposition(wanted.ImposedBy.Trim(), wanted.ImposedWhy?.Trim() ?? "", plan.EndOfNotice);
    }

    private static IReadOnlyList<AnnouncedChange> Changes(AnnouncementPlan plan, WantedAnnouncement wanted, List<Finding> findings)
    {
        var announced = new List<AnnouncedChange>(plan.Changes.Count);
        foreach (var (place, change) in plan.Changes.Index())
        {
            var reason = wanted.Reasons.ElementAtOrDefault(place)?.Trim() is { Length: > 0 } typed ? typed : plan.Draft.Reasons.GetValueOrDefault(change.Key);
            if (reason is null && change.Class == ChangeClass.Heavier)
                findings.Add(new Finding(Catalogue.SayingNeeded, FindingKind.Refused, AnnouncementPlan.ReasonBox(place), $"Enter the reason for this change: {change.Sentence}"));
            if (reason?.Length > MostReasonCharacters)
                findings.Add(new Finding(Catalogue.SaidTooLong, FindingKind.Refused, AnnouncementPlan.ReasonBox(place), $"Shorten the reason to {MostReasonCharacters:N0} characters or fewer."));
            announced.Add(new AnnouncedChange(change.Key, change.Class, change.Sentence, reason));
        }
        return announced;
    }

    /// <summary>
    /// Keeps the document under the next number. Where an announcement broke off between this and the rest, its version is there and is taken; where
    /// something else has the number, which nobody was ever asked, the next one is.
    /// </summary>
    private async Task<FormVersion> KeepAsync(AnnouncementPlan plan, FormDocument document, Caller caller, CancellationToken cancellation)
    {
        var programme = plan.Form.Programme;
        var last = (await forms.VersionsAsync(programme.Form, cancellation)).LastOrDefault();
        if (last > 0 && programme.FormVersions.All(planned => planned.Version != last) && await notices.AnnouncementAsync(programme.Id, last, cancellation) is null)
        {
            var again = FormVersion.Read((document with { Version = last }).ToJson());
            if (await forms.GetAsync(programme.Form, last, cancellation) is { } left && left.ContentHash == again.ContentHash)
                return left;
        }
        var bytes = (document with { Version = last + 1 }).ToJson();
        // Where none is planned, it follows none, whatever else is kept of the form.
        if (plan.Before is { } before)
            await _add.RunAsync(bytes, caller.Id, programme.LeadFunder.Id, cancellation, before.Number);
        else
            await forms.AddAsync(bytes, caller.Id, programme.LeadFunder.Id, cancellation);
        return FormVersion.Read(bytes);
    }

    /// <summary>A heavier form is in proportion to every award that it is asked of.</summary>
    private async Task CheckSizeAsync(AnnouncementPlan plan, List<Finding> findings, CancellationToken cancellation)
    {
        var programme = plan.Form.Programme;
        var (over, first) = (0, (Award?)null);
        await foreach (var award in Pages.AllAsync<Award>((next, stop) => programmes.ListAwardsAsync(programme.Id, next, Pages.Size, stop), cancellation))
            if ((award.EndedOn ?? award.End) >= plan.Form.Today && !FormSize.For(plan.Draft.Document, award).FitsIn(programme.Ceilings.For(award.Amount)))
                (over, first) = (over + 1, first ?? award);
        if (first is not null)
            findings.Add(new Finding(Catalogue.FormTooLarge, FindingKind.Refused, "form", $"The form is too large for {over} {(over == 1 ? "award" : "awards")}, such as that of {first.Provider.Name}: ask less of them, or change the ceilings of the programme."));
    }

    private async Task<int> ConcernedAsync(Programme programme, ReportingPeriod from, CancellationToken cancellation)
    {
        var periods = programme.Calendar.Where(period => period.Start >= from.Start).ToList();
        return (await programmes.BriefsAsync(programme.Id, cancellation)).Where(award => periods.Exists(award.ReportsFor)).Select(award => award.Provider.Id).Distinct().Count();
    }
}
