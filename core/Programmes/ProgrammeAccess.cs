using System.Collections.Frozen;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Programmes;

/// <summary>
/// What a caller may see of a programme: the one place that decides it. Its funders and the providers of its awards see that it is there; each
/// sees its own of it.
/// </summary>
/// <param name="Funders">The programme's funders that the caller acts for.</param>
/// <param name="Providers">The organisations with awards in it that the caller acts for.</param>
public sealed record ProgrammeAccess(Programme Programme, IReadOnlySet<OrganisationId> Funders, IReadOnlySet<OrganisationId> Providers)
{
    /// <summary>The programme's funders that the caller is a lead officer of.</summary>
    public IReadOnlySet<OrganisationId> LeadOfficerOf { get => field ?? FrozenSet<OrganisationId>.Empty; init; }

    /// <summary>Its funders read how the programme is set up.</summary>
    public bool ReadsSetup => Funders.Count > 0;

    /// <summary>A lead officer of the lead funder sets it up.</summary>
    public bool MaySetUp => LeadOfficerOf.Contains(Programme.LeadFunder.Id);

    /// <summary>Whether the caller answers for the funder that is proposed as lead.</summary>
    public bool MayTakeLead => Programme.LeadProposal is { } proposal && LeadOfficerOf.Contains(proposal.To);

    /// <summary>Whom the caller acts for: the lead funder first.</summary>
    public OrganisationId For => IsLeadFunder ? Programme.LeadFunder.Id : Funders.Count > 0 ? Funders.First() : Providers.First();

    /// <summary>Why the caller may not do something with a programme that they see; to whom it is not there, it is not there.</summary>
    public Problem WhyNot(string whoMay) => Sees ? new Problem(Catalogue.RoleNeeded, whoMay) : NotFound;

    public bool Sees => Funders.Count > 0 || Providers.Count > 0;

    public bool IsLeadFunder => Funders.Contains(Programme.LeadFunder.Id);

    /// <summary>The funder that the caller reads the programme for: the lead where it is among theirs; null for who acts for no funder of it.</summary>
    public NamedOrganisation? Reader => Programme.Funders.FirstOrDefault(funder => Funders.Contains(funder.Id));

    /// <summary>The caller's roles at the lead funder.</summary>
    public Roles AtLeadFunder { get; init; }

    /// <summary>An officer of the lead funder looks into the evidence of returns.</summary>
    public bool MayCheckEvidence => AtLeadFunder.HasAny(Roles.Officer | Roles.LeadOfficer);

    /// <summary>The co-funder that the caller is an officer of, who may propose questions of its own for the form; null for who is none's.</summary>
    public NamedOrganisation? ProposesFor { get; init; }

    /// <summary>Whether the caller reads what a co-funder proposes to ask: the lead funder, and that co-funder.</summary>
    public bool ReadsModulesOf(OrganisationId funder) => IsLeadFunder || Funders.Contains(funder);

    /// <summary>Whether an award stands in the caller's lists.</summary>
    public bool Lists(Award award) =>
        IsLeadFunder || Providers.Contains(award.Provider.Id) || award.Partners.Any(partner => Providers.Contains(partner.Id)) || Funders.Any(award.IsFundedBy);

    /// <inheritdoc cref="Lists(Award)"/>
    public bool Lists(AwardBrief award) =>
        IsLeadFunder || Providers.Contains(award.Provider.Id) || award.Partners.Any(Providers.Contains) || award.Funders.Any(Funders.Contains);

    /// <summary>Whether the caller may have a funder's report: its own, and to the lead funder everybody's.</summary>
    /// <param name="funder">Whose cut; null for the lead funder's.</param>
    public bool MayReport(OrganisationId? funder) => IsLeadFunder || (funder is { } cut && Funders.Contains(cut));

    /// <summary>Whether the caller may read a programme's register because its lead funder published it: an officer or reader of any funder of the portal, nobody else.</summary>
    public static async Task<bool> MayReadPublishedAsync(Caller caller, Programme programme, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(programme);
        if (!programme.RegisterPublished)
            return false;
        foreach (var organisation in await caller.OrganisationsAsync(cancellation))
            if ((await caller.RolesInAsync(organisation, cancellation)).HasAny(RoleRules.OfFunders))
                return true;
        return false;
    }

    public static Problem NotFound => new(Catalogue.NotFound, "There is no such programme, period or report here for you.");

    public static async Task<ProgrammeAccess> OfAsync(Caller caller, Programme programme, IProgrammeStore programmes, CancellationToken cancellation)
    {
        var mine = await caller.OrganisationsAsync(cancellation);
        var (funders, leadOfficerOf, officerOf) = (new HashSet<OrganisationId>(), new HashSet<OrganisationId>(), new HashSet<OrganisationId>());
        var providers = new HashSet<OrganisationId>();
        foreach (var funder in programme.Funders)
            if (mine.Contains(funder.Id) && await caller.RolesInAsync(funder.Id, cancellation) is var roles && roles.HasAny(RoleRules.OfFunders))
            {
                funders.Add(funder.Id);
                if (roles.HasAny(Roles.LeadOfficer))
                    leadOfficerOf.Add(funder.Id);
                if (roles.HasAny(Roles.Officer | Roles.LeadOfficer))
                    officerOf.Add(funder.Id);
            }
        // The lead funder sees everything anyway.
        if (!funders.Contains(programme.LeadFunder.Id))
            foreach (var organisation in mine)
                if ((await caller.RolesInAsync(organisation, cancellation)).HasAny(RoleRules.OfProviders)
                    && await programmes.HasAwardAsync(organisation, programme.Id, cancellation))
                    providers.Add(organisation);
        return new ProgrammeAccess(programme, funders, providers)
        {
            LeadOfficerOf = leadOfficerOf,
            ProposesFor = programme.CoFunders.FirstOrDefault(funder => officerOf.Contains(funder.Id)),
            AtLeadFunder = funders.Contains(programme.LeadFunder.Id) ? await caller.RolesInAsync(programme.LeadFunder.Id, cancellation) : Roles.None,
        };
    }
}
