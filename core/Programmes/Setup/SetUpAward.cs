using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>Adds awards and changes them, each change the award's next version with its entry in the programme's record.</summary>
public sealed class SetUpAward(
    IProgrammeStore programmes, ISetupStore store, IFormStore forms, IOrganisationStore organisations, OrganisationDetails details, ReadSetup read, IWorkQueue queue, TimeProvider clock)
{
    private const int MostReasonCharacters = SetUpProgramme.MostReasonCharacters;

    private readonly ChangeSetup _change = new(store, queue, clock);

    /// <summary>Adds an award, with a profile where there is one already.</summary>
    public async Task<Outcome<Award>> AddAsync(Award award, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(award);
        var wanted = award with { ProfileChanges = [], EndedOn = null, EndedBecause = null, Profiles = [.. award.Profiles.Select(profile => profile with { Version = 1 })], Version = 1 };
        wanted = wanted.AskedAfter(wanted with { Contributions = [], AgreedOutcomes = [] }, null);
        return await _change.RunAsync<Award>(award.Programme, caller, async () =>
        {
            var found = await MayAsync(award.Programme, caller, cancellation);
            if (found.Value is not { } access)
                return found.Problem!;
            if (await programmes.GetAwardAsync(award.Programme, award.Id, cancellation) is not null)
                return new Problem(Catalogue.AwardExists, $"The programme has an award {award.Id} already: choose another identifier.");
            var named = await NamedAsync(null, wanted, access.Programme, cancellation);
            return named.Value is { } after
                ? new ChangeSetup.Change<Award>(after, Deed.AwardAdded, access.For, SetupWords.About(after.Id, nameof(AwardPart.Whole))) { After = SetupDigest.Of(after), PutAward = after }
                : named.Problem!;
        }, cancellation);
    }

    /// <summary>What could not be kept of a new award, whoever its provider will be.</summary>
    public IReadOnlyList<Finding> Judge(Award award, Programme programme) => AwardRules.Check(null, award, programme, Today);

    /// <summary>Adds a group that is on no register, to give it an award; the portal's administrator lets its first lead in.</summary>
    public async Task<Outcome<NamedOrganisation>> AddProviderAsync(ProgrammeId programme, string name, Caller caller, CancellationToken cancellation)
    {
        var found = await MayAsync(programme, caller, cancellation);
        if (found.Value is not { } access)
            return found.Problem!;
        while (true)
        {
            var added = await details.AddAsync(new Organisation { Id = OrganisationId.NewOfPortal(), Name = name, Kind = OrganisationKind.CommunityGroup }, caller.Id, access.For, cancellation);
            if (added.Value is { } organisation)
                return new NamedOrganisation(organisation.Organisation.Id, organisation.Organisation.Name);
            if (added.Problem!.Refusal != Catalogue.OrganisationExists)
                return added.Problem;
        }
    }

    /// <summary>Changes a part of an award.</summary>
    /// <param name="version">The version that the caller has read.</param>
    public async Task<Outcome<Award>> ChangeAsync(
        ProgrammeId programme, AwardId id, int version, AwardPart part, Func<Award, Award> change, Caller caller, CancellationToken cancellation)
    {
        var done = await _change.RunAsync<Award>(programme, caller, async () =>
        {
            var found = await MayAsync(programme, caller, cancellation);
            if (found.Value is not { } access)
                return found.Problem!;
            if (await programmes.GetAwardAsync(programme, id, cancellation) is not { } now)
                return ReturnAccess.NotFound;
            if (now.Version != version)
                return await read.StaleAsync(programme, id, now.Version - version, access.For, cancellation);
            // What was agreed, and when it ended, have ways of their own.
            var after = change(now) with { Id = id, Programme = programme, Version = version + 1, ProfileChanges = now.ProfileChanges };
            if (part is not AwardPart.End)
                after = after with { EndedOn = now.EndedOn, EndedBecause = now.EndedBecause };
            after = after.AskedAfter(now, AwardRules.HasBegun(now, access.Programme, Today) ? Today : null);
            if (!after.Profiles.SequenceEqual(now.Profiles) && !AwardRules.MayEnterProfile(now, access.Programme, Today))
                return new Problem(Catalogue.ProfileAgreed, "The award’s first period has opened, so its profile changes only when both sides agree: propose the change.");
            var named = await NamedAsync(now, after, access.Programme, cancellation);
            if (named.Value is not { } wanted)
                return named.Problem!;
            return SetupDigest.Of(wanted with { Version = version }) == SetupDigest.Of(now)
                ? new Problem(Catalogue.NothingChanges, "Nothing would change: it says this already.")
                : new ChangeSetup.Change<Award>(wanted, Deed.AwardChanged, access.For, SetupWords.About(id, part.ToString())) { Before = SetupDigest.Of(now), After = SetupDigest.Of(wanted), PutAward = wanted };
        }, cancellation);
        return done.Problem?.Refusal == Catalogue.NothingChanges && await programmes.GetAwardAsync(programme, id, cancellation) is { } same ? same : done;
    }

    /// <summary>Says that the provider left, or the award ended, early; or, without a day, that it goes on after all.</summary>
    public async Task<Outcome<Award>> EndAsync(ProgrammeId programme, AwardId id, int version, DateOnly? on, string reason, Caller caller, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        ProgrammeRules.CheckText(reason, "reason", "Enter the reason, for the provider and all funders of the award to read", findings, MostReasonCharacters);
        if (await programmes.GetAwardAsync(programme, id, cancellation) is { } now && on is { } day && (day < now.Start || day >= now.End))
            findings.Add(new Finding(Catalogue.DaysOutOfOrder, FindingKind.Refused, "on-day", $"Enter a day from {now.Start:d MMMM yyyy} to the day before the award ends, {now.End:d MMMM yyyy}."));
        if (findings.Count > 0 && (await MayAsync(programme, caller, cancellation)).Problem is null)
            return NotUsable(findings);
        return await ChangeAsync(programme, id, version, AwardPart.End, award => award with { EndedOn = on, EndedBecause = on is null ? null : reason.Trim() }, caller, cancellation);
    }

    internal static Problem NotUsable(IReadOnlyList<Finding> findings) => new(Catalogue.SetupNotUsable, "Put right what is listed under findings, and send it again.") { Findings = findings };

    private DateOnly Today => UkTime.DayOf(clock.GetUtcNow());

    private async Task<Outcome<ProgrammeAccess>> MayAsync(ProgrammeId id, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(id, cancellation) is not { } programme)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        return access.MaySetUp ? access : access.WhyNot(ReadSetup.WhoMay);
    }

    /// <summary>The award with the names that the portal knows its organisations by, or why it can't be kept.</summary>
    private async Task<Outcome<Award>> NamedAsync(Award? before, Award award, Programme programme, CancellationToken cancellation)
    {
        var findings = AwardRules.Check(before, award, programme, Today).ToList();
        var provider = await NameAsync(award.Provider, before is null ? [] : [before.Provider], "provider", findings, cancellation);
        var partners = new List<NamedOrganisation>();
        foreach (var (place, partner) in award.Partners.Index())
            partners.Add(await NameAsync(partner, before?.Partners ?? [], $"partner-{place + 1}", findings, cancellation));
        // A figure for a funder's rows needs a form that has them.
        var counted = await CountedByForms.OfAsync(programme, forms, cancellation);
        foreach (var profile in award.Profiles.Except(before?.Profiles ?? []))
            if (profile.Funder is { } funder && !counted.FundersOf(profile.Indicator).Contains(funder))
                findings.Add(new Finding(Catalogue.UnknownOrganisation, FindingKind.Refused, AwardRules.PlaceOf(profile.Indicator, profile.Period, funder), "The form has no row of this funder for the indicator: plan one figure for the award as a whole."));
        return findings.Count > 0 ? NotUsable(findings) : award with { Provider = provider, Partners = partners };
    }

    private async Task<NamedOrganisation> NameAsync(NamedOrganisation organisation, IReadOnlyList<NamedOrganisation> known, string place, List<Finding> findings, CancellationToken cancellation)
    {
        if (known.FirstOrDefault(one => one.Id == organisation.Id) is { } same)
            return same;
        if (organisation.Id.Value is not null && organisation.Id != Organisation.Portal && await organisations.GetAsync(organisation.Id, cancellation) is { } found)
            return new NamedOrganisation(organisation.Id, found.Organisation.Name);
        findings.Add(new Finding(Catalogue.UnknownOrganisation, FindingKind.Refused, place, $"The portal knows no organisation {organisation.Id}. Check the identifier, or ask the portal’s administrator to add it."));
        return organisation;
    }
}
