using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>
/// Begins programmes and changes how they are set up. Every change is the programme's next version, with its entry in the programme's record; it is
/// made on the version that somebody has read, so that two officers never undo each other's work unseen.
/// </summary>
public sealed class SetUpProgramme(
    IProgrammeStore programmes, ISetupStore store, IFormStore forms, IPeriodStore periods, IOrganisationStore organisations, ReadSetup read, IWorkQueue queue, TimeProvider clock)
{
    public const int MostReasonCharacters = 500;

    private readonly ChangeSetup _change = new(store, queue, clock);

    /// <summary>The funder that the caller begins a programme for, or why they may not.</summary>
    /// <param name="lead">The funder that shall lead it; null for the first that the caller is a lead officer of.</param>
    public async Task<Outcome<NamedOrganisation>> ToBeginAsync(OrganisationId? lead, Caller caller, CancellationToken cancellation)
    {
        foreach (var own in await caller.OrganisationsAsync(cancellation))
            if ((lead is null || own == lead) && (await caller.RolesInAsync(own, cancellation)).HasAny(Roles.LeadOfficer) && await organisations.GetAsync(own, cancellation) is { } found)
                return new NamedOrganisation(own, found.Organisation.Name);
        return await caller.HasAnyRoleAsync(cancellation) ? new Problem(Catalogue.RoleNeeded, "A lead officer of the funder that leads it begins a programme.") : ProgrammeAccess.NotFound;
    }

    /// <summary>Begins a programme: its name, its identifier and its form; all else is added on its pages.</summary>
    public async Task<Outcome<Programme>> BeginAsync(ProgrammeId id, string name, FormId form, Caller caller, CancellationToken cancellation)
    {
        var may = await ToBeginAsync(null, caller, cancellation);
        if (may.Value is not { } funder)
            return may.Problem!;
        return await BeginAsync(new Programme { Id = id, Name = name, LeadFunder = funder, Form = form, FormVersions = [], Calendar = [] }, funder, caller, cancellation);
    }

    /// <summary>Stores all of a programme that the caller has read at a version, or a new one at version 0.</summary>
    public async Task<Outcome<Programme>> PutAsync(Programme wanted, int version, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (version != 0)
            return await ChangeAsync(wanted.Id, version, SetupPart.Whole, now => wanted with
            {
                Version = now.Version,
                LeadFunder = now.LeadFunder,
                LeadProposal = now.LeadProposal,
                ExtraTimes = now.ExtraTimes,
                RegisterPublished = now.RegisterPublished,
            }, caller, cancellation);
        var may = await ToBeginAsync(wanted.LeadFunder.Id, caller, cancellation);
        if (may.Value is not { } funder)
            return may.Problem!;
        return await BeginAsync(wanted with { LeadFunder = funder, LeadProposal = null, ExtraTimes = [], RegisterPublished = false, FormVersions = WithStoredEarliest(null, wanted) }, funder, caller, cancellation);
    }

    /// <summary>Changes a part of a programme.</summary>
    /// <param name="version">The version that the caller has read.</param>
    /// <param name="change">The programme as it shall be, of how it is.</param>
    public Task<Outcome<Programme>> ChangeAsync(ProgrammeId id, int version, SetupPart part, Func<Programme, Programme> change, Caller caller, CancellationToken cancellation) =>
        ChangeAsync(id, version, part.ToString(), access => access.MaySetUp, now => change(now), caller, cancellation);

    /// <summary>Moves the days of a period that has opened later, for all its returns.</summary>
    public Task<Outcome<Programme>> GiveExtraTimeAsync(ProgrammeId id, int version, PeriodId periodId, PeriodDays days, string reason, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(days);
        return ChangeAsync(id, version, $"{SetupPart.ExtraTime}", access => access.MaySetUp, now =>
        {
            if (now.Period(periodId) is not { } period)
                return ProgrammeAccess.NotFound;
            var today = UkTime.DayOf(clock.GetUtcNow());
            if (!ProgrammeRules.IsFixed(now, period, today))
                return new Problem(Catalogue.PeriodNotStarted, $"{period.Name} has not opened: change its days in the calendar.");
            var (before, findings) = (PeriodDays.Of(period), new List<Finding>());
            ProgrammeRules.CheckText(reason, "reason", "Enter the reason, for all funders to read", findings, MostReasonCharacters);
            foreach (var (was, moved, place, what) in new[] { (before.Due, days.Due, "due-day", "day returns are due"), (before.Closed, days.Closed, "closed-day", "last day for a first return"), (before.AmendUntil, days.AmendUntil, "amend-day", "last day for a correction") })
                if (moved < was)
                    findings.Add(new Finding(Catalogue.DaysOutOfOrder, FindingKind.Refused, place, $"Extra time moves days later: the {what} is {was:d MMMM yyyy} now."));
            if (findings.Count == 0 && days == before)
                findings.Add(new Finding(Catalogue.DaysOutOfOrder, FindingKind.Refused, "due-day", "Move at least one of the days later."));
            if (findings.Count > 0)
                return NotUsable(findings);
            return now with
            {
                Calendar = [.. now.Calendar.Select(one => one.Id == periodId ? days.In(one) : one)],
                ExtraTimes = [.. now.ExtraTimes, new ExtraTime(periodId, today, reason.Trim(), before, days)],
            };
        }, caller, cancellation);
    }

    /// <summary>Proposes that a co-funder leads from now on; it has to accept.</summary>
    public Task<Outcome<Programme>> ProposeLeadAsync(ProgrammeId id, int version, OrganisationId to, string reason, Caller caller, CancellationToken cancellation) =>
        ChangeAsync(id, version, $"{SetupPart.LeadProposed}", access => access.MaySetUp, now =>
        {
            var findings = new List<Finding>();
            if (!now.CoFunders.Any(funder => funder.Id == to))
                findings.Add(new Finding(Catalogue.UnknownChoice, FindingKind.Refused, "to", "Choose the co-funder that is to lead."));
            ProgrammeRules.CheckText(reason, "reason", "Enter the reason, for all funders to read", findings, MostReasonCharacters);
            return findings.Count > 0 ? NotUsable(findings) : now with { LeadProposal = new LeadProposal(to, UkTime.DayOf(clock.GetUtcNow()), reason.Trim()) };
        }, caller, cancellation);

    /// <summary>Answers the proposal: the funder that is to lead accepts or declines; the lead may take it back. Who led before stays a co-funder.</summary>
    public Task<Outcome<Programme>> AnswerLeadAsync(ProgrammeId id, int version, bool accept, Caller caller, CancellationToken cancellation) =>
        ChangeAsync(id, version, $"{(accept ? SetupPart.LeadChanged : SetupPart.LeadNotChanged)}", access => access.MayTakeLead || (!accept && access.MaySetUp) || (access.Programme.LeadProposal is null && access.LeadOfficerOf.Count > 0), now => now.LeadProposal is not { } proposal
            ? new Problem(Catalogue.NoLeadProposed, "No other lead funder is proposed any more.")
            : !accept ? now with { LeadProposal = null }
            : now with
            {
                LeadProposal = null,
                LeadFunder = now.CoFunders.Single(funder => funder.Id == proposal.To),
                CoFunders = [now.LeadFunder, .. now.CoFunders.Where(funder => funder.Id != proposal.To)],
            }, caller, cancellation);

    /// <summary>Adds an organisation that the portal knows to those that pay.</summary>
    public async Task<Outcome<Programme>> AddFunderAsync(ProgrammeId id, int version, OrganisationId funder, Caller caller, CancellationToken cancellation)
    {
        var found = await organisations.GetAsync(funder, cancellation);
        return await ChangeAsync(id, version, $"{SetupPart.Funders}", access => access.MaySetUp, now =>
            found is null || funder == Organisation.Portal ? NotUsable([new Finding(Catalogue.UnknownOrganisation, FindingKind.Refused, "funder", $"The portal knows no organisation {funder}. Check the identifier, or ask the portal’s administrator to add it.")])
            : now.Funders.Any(one => one.Id == funder) ? NotUsable([new Finding(Catalogue.UnknownOrganisation, FindingKind.Refused, "funder", $"{found.Organisation.Name} is a funder of the programme already.")])
            : now with { CoFunders = [.. now.CoFunders, new NamedOrganisation(funder, found.Organisation.Name)] }, caller, cancellation);
    }

    /// <summary>Takes a co-funder out that contributes to no award.</summary>
    public async Task<Outcome<Programme>> RemoveFunderAsync(ProgrammeId id, int version, OrganisationId funder, Caller caller, CancellationToken cancellation) =>
        await ChangeAsync(id, version, $"{SetupPart.Funders}", access => access.MaySetUp, now => now.CoFunders.Any(one => one.Id == funder)
            ? now with { CoFunders = [.. now.CoFunders.Where(one => one.Id != funder)], LeadProposal = now.LeadProposal?.To == funder ? null : now.LeadProposal }
            : ProgrammeAccess.NotFound, caller, cancellation);

    private static Problem NotUsable(IReadOnlyList<Finding> findings) => new(Catalogue.SetupNotUsable, "Put right what is listed under findings, and send it again.") { Findings = findings };

    private async Task<Outcome<Programme>> BeginAsync(Programme programme, NamedOrganisation funder, Caller caller, CancellationToken cancellation)
    {
        var counted = await CountedByForms.OfAsync(programme, forms, cancellation);
        var findings = ProgrammeRules.Check(null, programme, counted, UkTime.DayOf(clock.GetUtcNow())).ToList();
        if (await programmes.GetAsync(programme.Id, cancellation) is not null || programme.Id.Value is "new")
            return new Problem(Catalogue.ProgrammeExists, $"The identifier {programme.Id} is in use already: choose another.");
        if ((await forms.VersionsAsync(programme.Form, cancellation)).Count == 0)
            findings.Add(new Finding(Catalogue.UnknownChoice, FindingKind.Refused, "form", $"The portal has no form {programme.Form}. Check its identifier."));
        await CheckFundersAsync(programme, null, findings, cancellation);
        if (findings.Count > 0)
            return NotUsable(findings);
        var first = programme with { Version = 1 };
        return await _change.RunAsync(programme.Id, caller, async () => await programmes.GetAsync(programme.Id, cancellation) is null
            ? new ChangeSetup.Change<Programme>(first, Deed.ProgrammeBegun, funder.Id, null) { After = SetupDigest.Of(first), Put = first }
            : (Outcome<ChangeSetup.Change<Programme>>)new Problem(Catalogue.ProgrammeExists, $"The identifier {programme.Id} is in use already: choose another."), cancellation);
    }

    private async Task<Outcome<Programme>> ChangeAsync(
        ProgrammeId id, int version, string about, Func<ProgrammeAccess, bool> may, Func<Programme, Outcome<Programme>> change, Caller caller, CancellationToken cancellation)
    {
        var done = await _change.RunAsync<(Programme Before, Programme After)>(id, caller, async () =>
        {
            if (await programmes.GetAsync(id, cancellation) is not { } now)
                return ProgrammeAccess.NotFound;
            var access = await ProgrammeAccess.OfAsync(caller, now, programmes, cancellation);
            if (!access.ReadsSetup || !may(access))
                return access.WhyNot(ReadSetup.WhoMay);
            if (now.Version != version)
                return await read.StaleAsync(id, null, now.Version - version, access.For, cancellation);
            var wanted = change(now);
            if (wanted.Value is not { } after)
                return wanted.Problem!;
            after = after with { Id = id, Version = version + 1, FormVersions = WithStoredEarliest(now, after) };
            var counted = await CountedByForms.OfAsync(after with { FormVersions = [.. now.FormVersions.Concat(after.FormVersions).Distinct()] }, forms, cancellation);
            var findings = ProgrammeRules.Check(now, after, after.Form == now.Form ? counted : await CountedByForms.OfAsync(after, forms, cancellation), UkTime.DayOf(clock.GetUtcNow())).ToList();
            await CheckFundersAsync(after, now, findings, cancellation);
            await CheckAreasAsync(after, now, findings, cancellation);
            if (findings.Count > 0)
                return NotUsable(findings);
            if (SetupDigest.Of(after with { Version = version }) == SetupDigest.Of(now))
                return new Problem(Catalogue.NothingChanges, "Nothing would change: it says this already.");
            await ExtendAsync(now, after, cancellation);
            return new ChangeSetup.Change<(Programme, Programme)>((now, after), Deed.ProgrammeChanged, access.For, about) { Before = SetupDigest.Of(now), After = SetupDigest.Of(after), Put = after };
        }, cancellation);
        if (done.Problem is { } problem)
            return problem.Refusal == Catalogue.NothingChanges && await programmes.GetAsync(id, cancellation) is { } same ? same : problem;
        // Once more: somebody may have opened the period between, by the days it had.
        await ExtendAsync(done.Value.Before, done.Value.After, cancellation);
        return done.Value.After;
    }

    /// <summary>The earliest day of a plan comes from the version's announcement alone: whatever was sent, a plan that stays keeps its own.</summary>
    private static IReadOnlyList<FormPlan> WithStoredEarliest(Programme? now, Programme wanted) =>
        [.. wanted.FormVersions.Select(plan => plan with { Earliest = now?.Form == wanted.Form ? now.FormVersions.FirstOrDefault(was => (was.Version, was.From) == (plan.Version, plan.From))?.Earliest : null })];

    /// <summary>Who pays is known to the portal, and who contributes to an award goes on paying.</summary>
    private async Task CheckFundersAsync(Programme after, Programme? before, List<Finding> findings, CancellationToken cancellation)
    {
        if (after.Funders.DistinctBy(funder => funder.Id).Count() != after.Funders.Count())
            findings.Add(new Finding(Catalogue.UnknownOrganisation, FindingKind.Refused, "funder", "A funder is there twice."));
        var known = (before?.Funders ?? []).Select(funder => funder.Id).Append(after.LeadFunder.Id).ToHashSet();
        foreach (var funder in after.CoFunders.Where(funder => !known.Contains(funder.Id)))
            if (funder.Id.Value is null || await organisations.GetAsync(funder.Id, cancellation) is null)
                findings.Add(new Finding(Catalogue.UnknownOrganisation, FindingKind.Refused, "funder", $"The portal knows no organisation {funder.Id}."));
        var gone = (before?.Funders ?? []).Where(funder => after.Funders.All(one => one.Id != funder.Id)).ToList();
        if (gone.Count == 0)
            return;
        await foreach (var award in Pages.AllAsync<Award>((next, stop) => programmes.ListAwardsAsync(after.Id, next, Pages.Size, stop), cancellation))
            if (gone.FirstOrDefault(funder => award.IsFundedBy(funder.Id)) is { } paying)
            {
                findings.Add(new Finding(Catalogue.UnknownOrganisation, FindingKind.Refused, "funder", $"{paying.Name} contributes to the award of {award.Provider.Name}: it stays a funder while it does."));
                return;
            }
    }

    /// <summary>An area that an award works in stays.</summary>
    private async Task CheckAreasAsync(Programme after, Programme before, List<Finding> findings, CancellationToken cancellation)
    {
        var gone = before.Areas.Where(area => after.Areas.All(one => one.Code != area.Code)).ToDictionary(area => area.Code);
        if (gone.Count == 0)
            return;
        await foreach (var award in Pages.AllAsync<Award>((next, stop) => programmes.ListAwardsAsync(after.Id, next, Pages.Size, stop), cancellation))
            foreach (var code in award.Areas)
                if (gone.TryGetValue(code, out var area))
                {
                    findings.Add(new Finding(Catalogue.UnknownChoice, FindingKind.Refused, "areas", $"The award of {award.Provider.Name} works in {area.Name} ({code}): it stays an area of the programme while it does."));
                    return;
                }
    }

    /// <summary>Where a period that was opened ends later now, unsent work is looked for longer.</summary>
    private async Task ExtendAsync(Programme before, Programme after, CancellationToken cancellation)
    {
        foreach (var period in after.Calendar)
            if (before.Period(period.Id) is { } was && PeriodDays.Of(was) != PeriodDays.Of(period))
                await periods.ExtendAsync(after.Id, period.Id, OpenPeriod.SweepUntil(period), closesAgain: period.Closed > was.Closed, cancellation);
    }
}
