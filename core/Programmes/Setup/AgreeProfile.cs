using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>An award as it was agreed, for its funders and its provider.</summary>
/// <param name="Proposals">Every change of the profile that was proposed, the first first.</param>
/// <param name="MaySetUp">Whether the reader changes the agreement for the lead funder.</param>
public sealed record FoundAward(Programme Programme, Award Award, ReturnAccess Access, IReadOnlyList<ProfileProposal> Proposals, CountedByForms Counted, DateOnly Today, bool MaySetUp)
{
    public ProfileProposal? Open => Proposals.LastOrDefault(proposal => proposal.State == ProposalState.Open);

    /// <summary>As the reader may see it: a co-funder its own contribution, and figures of its own rows.</summary>
    public FoundAward AsSeen()
    {
        if (Access.IsProvider || Access.Sight is not { IsLead: false } sight)
            return this;
        return this with
        {
            Award = Award with
            {
                Contributions = [.. Award.Contributions.Where(part => sight.SeesSharesOf(part.Funder))],
                Profiles = [.. Award.Profiles.Where(profile => sight.SeesRowOf(profile.Funder))],
            },
            Proposals = [.. Proposals.Select(proposal => proposal with { Figures = [.. proposal.Figures.Where(figure => sight.SeesRowOf(figure.Funder))] })],
        };
    }

    /// <summary>Whether the profile is entered with the award, by the lead funder; else it changes by agreement.</summary>
    public bool IsEntered => AwardRules.MayEnterProfile(Award, Programme, Today);
}

/// <summary>
/// Changes an award's profile by agreement: one side proposes with a reason, the other agrees or declines. Until then nothing changes. A figure of a
/// period that has begun never does.
/// </summary>
public sealed class AgreeProfile(IProgrammeStore programmes, ISetupStore store, IFormStore forms, IPartsStore parts, IWorkQueue queue, TimeProvider clock)
{
    public const int MostReasonCharacters = SetUpProgramme.MostReasonCharacters;

    public const string WhoMay = "A lead officer of the lead funder, or a lead or signatory of the provider, proposes a change of the profile and answers the other side’s.";

    private readonly ChangeSetup _change = new(store, queue, clock);

    /// <summary>The award, as far as the caller may see it.</summary>
    public async Task<Outcome<FoundAward>> FindAsync(ProgrammeId programmeId, AwardId awardId, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { } programme || await programmes.GetAwardAsync(programmeId, awardId, cancellation) is not { } award)
            return ReturnAccess.NotFound;
        var access = await ReturnAccess.OfAsync(caller, programme, award, parts, cancellation);
        if (!access.ReadsAward)
            return access.WhyNot("The provider and the funders of an award read what was agreed.");
        return new FoundAward(
            programme, award, access, await store.ProposalsAsync(programmeId, awardId, cancellation), await CountedByForms.OfAsync(programme, forms, cancellation),
            UkTime.DayOf(clock.GetUtcNow()), access.IsLeadFunder && access.AtFunder.HasAny(Roles.LeadOfficer));
    }

    /// <summary>Proposes figures in place of those that hold now.</summary>
    /// <param name="version">The award's version that the caller has read.</param>
    /// <param name="over">The open proposal that the caller has read and this one takes the place of; null for none.</param>
    /// <param name="wanted">The figures; those that stay as they are may be among them.</param>
    public Task<Outcome<ProfileProposal>> ProposeAsync(
        ProgrammeId programme, AwardId award, int version, int? over, IReadOnlyList<Profile> wanted, string reason, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<ProfileProposal>(programme, caller, async () =>
        {
            var found = await FindAsync(programme, award, caller, cancellation);
            if (found.Value is not { } now)
                return found.Problem!;
            if (now.Access.ProfileSide is not { } side)
                return now.Access.WhyNot(WhoMay);
            if (now.IsEntered)
                return new Problem(Catalogue.ProfileAgreed, "The award’s first period has not opened or nothing is planned yet: the lead funder enters the profile with the award.");
            if (now.Open?.Number != over)
                return now.Open is { } rival
                    ? new Problem(Catalogue.ProposalOpen, $"Meanwhile {SideName(now, rival.Side)} proposed a change from {now.Programme.Period(rival.From)?.Name} on. Nothing of yours was sent: read that one first; what you send then takes its place.")
                    : new Problem(Catalogue.ProposalOpen, $"Meanwhile the proposal that yours was to replace was {StateWords(now.Proposals, over)}. Nothing of yours was sent: check the figures, and send it again if it still holds.");
            if (now.Award.Version != version && now.Award.ProfileVersion != await ProfileVersionAtAsync(programme, award, version, cancellation))
                return new Problem(Catalogue.ProposalOpen, $"Meanwhile both sides agreed another profile, version {now.Award.ProfileVersion}. Nothing of yours was sent: check the figures, and send it again if it still holds.");
            var figures = AgreedProfile.Changes(now.Award, now.Programme, wanted);
            var findings = AgreedProfile.Check(now.Award, now.Programme, figures, now.Counted, now.Today);
            ProgrammeRules.CheckText(reason, "reason", "Enter the reason, for the other side to decide by", findings, MostReasonCharacters);
            if (findings.Count > 0)
                return SetUpAward.NotUsable(findings);
            if (figures.Count == 0)
                return new Problem(Catalogue.NothingChanges, "Change at least one figure of a period that has not begun.");
            var at = clock.GetUtcNow();
            var proposal = new ProfileProposal
            {
                Programme = programme,
                Award = award,
                Number = now.Proposals.Count + 1,
                Side = side,
                By = caller.Id,
                For = ForOf(now, side),
                At = at,
                Of = now.Award.ProfileVersion,
                From = figures[0].Period,
                Reason = reason.Trim(),
                Figures = figures,
            };
            ProfileProposal[] overtaken = now.Open is { } old ? [old with { State = ProposalState.Overtaken, AnsweredBy = caller.Id, AnsweredAt = at }] : [];
            return new ChangeSetup.Change<ProfileProposal>(proposal, Deed.ProfileProposed, proposal.For, SetupWords.About(award, $"{proposal.Number}")) { After = SetupDigest.Of(proposal), Proposals = [.. overtaken, proposal] };
        }, cancellation);

    /// <summary>Answers a proposal: the other side agrees or declines, and who made it may take it back.</summary>
    /// <param name="words">Needed to decline.</param>
    public Task<Outcome<ProfileProposal>> AnswerAsync(ProgrammeId programme, AwardId award, int number, bool agree, string? words, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<ProfileProposal>(programme, caller, async () =>
        {
            var found = await FindAsync(programme, award, caller, cancellation);
            if (found.Value is not { } now)
                return found.Problem!;
            if (now.Access.ProfileSide is not { } side)
                return now.Access.WhyNot(WhoMay);
            if (now.Proposals.FirstOrDefault(one => one.Number == number) is not { } proposal)
                return ReturnAccess.NotFound;
            if (proposal.State != ProposalState.Open)
                return new Problem(Catalogue.ProposalNotOpen, $"This proposal was {StateWords(now.Proposals, number)} meanwhile. Nothing was changed by you.");
            var own = side == proposal.Side;
            if (agree && own)
                return new Problem(Catalogue.RoleNeeded, $"{SideName(now, side)} made this proposal: the other side agrees to it or declines it.");
            var said = words?.Trim() is { Length: > 0 } text ? text : null;
            var findings = new List<Finding>();
            if (said is not null || (!agree && !own))
                ProgrammeRules.CheckText(said, "words", "Enter why you decline, for the other side to read", findings, MostReasonCharacters);
            if (findings.Count > 0)
                return SetUpAward.NotUsable(findings);
            var at = clock.GetUtcNow();
            var answered = proposal with { State = own ? ProposalState.Withdrawn : ProposalState.Declined, AnsweredBy = caller.Id, AnsweredAt = at, AnswerWords = said };
            var about = SetupWords.About(award, $"{number}");
            if (!agree)
                return new ChangeSetup.Change<ProfileProposal>(answered, Deed.ProfileDeclined, ForOf(now, side), about) { Before = SetupDigest.Of(proposal), After = SetupDigest.Of(answered), Proposals = [answered] };
            if (AgreedProfile.Check(now.Award, now.Programme, proposal.Figures, now.Counted, now.Today) is { Count: > 0 })
                return new Problem(Catalogue.ProposalNotOpen, $"{now.Programme.Period(proposal.From)?.Name} has begun since this was proposed, or the award has ended or changed: a profile never changes backwards. Nothing was changed; propose it again from a later period.");
            if (proposal.Of != now.Award.ProfileVersion)
                return new Problem(Catalogue.ProposalNotOpen, $"The profile is at version {now.Award.ProfileVersion} since, and this proposal changes version {proposal.Of}. Nothing was changed; propose it again.");
            var after = AgreedProfile.With(now.Award, proposal, now.Today);
            var agreed = answered with { State = ProposalState.Agreed, Version = after.ProfileVersion };
            return new ChangeSetup.Change<ProfileProposal>(agreed, Deed.ProfileAgreed, ForOf(now, side), about) { Before = SetupDigest.Of(now.Award), After = SetupDigest.Of(after), PutAward = after, Proposals = [agreed] };
        }, cancellation);

    private static OrganisationId ForOf(FoundAward found, AwardSide side) => side == AwardSide.Funder ? found.Programme.LeadFunder.Id : found.Award.Provider.Id;

    private static string SideName(FoundAward found, AwardSide side) => side == AwardSide.Funder ? found.Programme.LeadFunder.Name : found.Award.Provider.Name;

    private static string StateWords(IReadOnlyList<ProfileProposal> proposals, int? number) => proposals.FirstOrDefault(one => one.Number == number)?.State switch
    {
        ProposalState.Agreed => "agreed to",
        ProposalState.Declined => "declined",
        ProposalState.Withdrawn => "taken back",
        ProposalState.Overtaken => "replaced by another proposal",
        _ => "answered",
    };

    private async Task<int> ProfileVersionAtAsync(ProgrammeId programme, AwardId award, int version, CancellationToken cancellation) =>
        version > 0 && await programmes.GetAwardVersionAsync(programme, award, version, cancellation) is { } read ? read.ProfileVersion : 0;
}
