using System.Collections.Frozen;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// What a caller may do with the returns of an award: the one place that decides it. A provider's members see its own; funders see what was
/// submitted, as far as <see cref="Sight"/> lets them; a draft is seen by the provider alone, and by a consortium's partner as far as the sections
/// that it fills in. To everybody else there is no such return.
/// </summary>
/// <param name="Provider">The caller's roles at the provider.</param>
/// <param name="Funder">The funder that the caller acts for; null for none.</param>
/// <param name="AtFunder">The caller's roles there.</param>
/// <param name="Partner">The consortium's partner that the caller acts for; null for none.</param>
public sealed record ReturnAccess(Programme Programme, Award Award, Roles Provider, OrganisationId? Funder, Roles AtFunder, OrganisationId? Partner)
{
    /// <summary>The caller's roles at the partner.</summary>
    public Roles AtPartner { get; init; }

    /// <summary>The sections that the partner fills in.</summary>
    public IReadOnlySet<SectionId> Part { get => field ?? FrozenSet<SectionId>.Empty; init; }

    /// <summary>The local infrastructure body that the caller helps the provider from; null where they are no supporter.</summary>
    public OrganisationId? HelpsFrom { get; init; }

    /// <summary>Whether the return is there at all for the caller.</summary>
    public bool Sees => IsProvider || Funder is not null || Partner is not null;

    public bool IsProvider => Provider.HasAny(RoleRules.OfProviders);

    public bool IsLeadFunder => Funder == Programme.LeadFunder.Id;

    public bool SeesDraft => IsProvider;

    /// <summary>Whether the caller sees a section of the draft.</summary>
    public bool SeesSection(SectionId section) => IsProvider || Part.Contains(section);

    public bool MayPrepare => Provider.HasAny(Roles.Preparer | Roles.Supporter);

    /// <summary>Whether the caller may fill in a section.</summary>
    public bool MayPrepareSection(SectionId section) => MayPrepare || (Part.Contains(section) && AtPartner.HasAny(Roles.Preparer | Roles.Supporter));

    /// <summary>Who leads or prepares for the provider says which partner fills in what.</summary>
    public bool MayShareParts => Provider.HasAny(Roles.ProviderLead | Roles.Preparer);

    public bool MaySign => Provider.HasAny(Roles.Signatory);

    /// <summary>Accepting is the lead funder's word for all.</summary>
    public bool MayAccept => IsLeadFunder && AtFunder.HasAny(Roles.Officer | Roles.LeadOfficer);

    /// <summary>Either side may reopen what was accepted.</summary>
    public bool MayReopen => MayAccept || Provider.HasAny(Roles.Signatory | Roles.ProviderLead);

    /// <summary>Its provider and its funders read what was agreed with the award.</summary>
    public bool ReadsAward => IsProvider || Funder is not null;

    /// <summary>The side for which the caller proposes and answers changes of the profile: a lead officer of the lead funder, a lead or signatory of the provider; null for who does neither.</summary>
    public AwardSide? ProfileSide =>
        IsLeadFunder && AtFunder.HasAny(Roles.LeadOfficer) ? AwardSide.Funder : Provider.HasAny(Roles.ProviderLead | Roles.Signatory) ? AwardSide.Provider : null;

    /// <summary>An officer of any funder of the award asks about what it sees.</summary>
    public bool MayAsk => Funder is not null && AtFunder.HasAny(Roles.Officer | Roles.LeadOfficer);

    /// <summary>Who fills in or signs for the provider answers a query in words; changing an answer takes a signature as ever.</summary>
    public bool MayAnswerQueries => Provider.HasAny(Roles.Preparer | Roles.Signatory);

    /// <summary>A co-funder's word, for itself; the lead funder accepts.</summary>
    public bool MayAcknowledge => MayAsk && !IsLeadFunder;

    /// <summary>Whether the caller is shown a query: a funder where it may see the answer that it is about.</summary>
    public bool SeesQuery(Query query, FormVersion version) =>
        IsProvider || (Sight is { } sight && (query.Question is not { } question || (version.Find(question.Value) is { } asked && sight.Sees(asked))));

    /// <summary>Any officer of the funder that asked: who asked may be away.</summary>
    public bool MayWithdraw(Query query) => MayAsk && Funder == query.For;

    /// <summary>Whether the caller reads what a funder said to the provider: the lead funder's words are for all, a co-funder's for the provider, the lead and itself.</summary>
    public bool SeesWordsOf(OrganisationId funder) => IsProvider || IsLeadFunder || (Funder is { } own && (own == funder || funder == Programme.LeadFunder.Id));

    /// <summary>An officer of any funder that reads the request for help says what is done about it.</summary>
    public bool MayAnswerHelp => AtFunder.HasAny(Roles.Officer | Roles.LeadOfficer);

    /// <summary>Each side of the award notes what was agreed with the other; a supporter helps to fill in returns and agrees to nothing.</summary>
    public bool MayAgree => Provider.HasAny(Roles.ProviderLead | Roles.Signatory | Roles.Preparer) || (IsLeadFunder && AtFunder.HasAny(Roles.Officer | Roles.LeadOfficer));

    /// <summary>What a funder may see of what was submitted; null for who is none.</summary>
    public Sight? Sight => Funder is { } funder ? new Sight(Programme, funder) : null;

    /// <summary>The organisation that the caller acts for, the provider first.</summary>
    public OrganisationId For => IsProvider ? Award.Provider.Id : Funder ?? Partner ?? Award.Provider.Id;

    /// <summary>The organisation that the caller accepts or reopens for.</summary>
    public OrganisationId ForDeciding => MayAccept ? Programme.LeadFunder.Id : For;

    /// <summary>Why the caller may not do something with a return that they see; to whom it is not there, it is not there.</summary>
    public Problem WhyNot(string whoMay) => Sees ? new Problem(Catalogue.RoleNeeded, whoMay) : NotFound;

    public static Problem NotFound => new(Catalogue.NotFound, "There is no such return: check the programme, the period and the award.");

    /// <param name="parts">Says what a partner fills in; asked only for a partner's people.</param>
    public static async Task<ReturnAccess> OfAsync(Caller caller, Programme programme, Award award, IPartsStore parts, CancellationToken cancellation)
    {
        // Side by side: a client may act for many, a person acts for one and the others cost nothing.
        var atProvider = caller.RolesInAsync(award.Provider.Id, cancellation);
        var funders = programme.Funders.Select(funder => funder.Id).Where(funder => funder == programme.LeadFunder.Id || award.IsFundedBy(funder)).ToList();
        var atFunders = funders.Select(funder => caller.RolesInAsync(funder, cancellation)).ToList();
        var atPartners = award.Partners.Select(partner => caller.RolesInAsync(partner.Id, cancellation)).ToList();

        var provider = await atProvider;
        var (funder, rolesAtFunder) = ((OrganisationId?)null, Roles.None);
        for (var place = 0; place < funders.Count && funder is null; place++)
            if ((await atFunders[place]).HasAny(RoleRules.OfFunders))
                (funder, rolesAtFunder) = (funders[place], await atFunders[place]);
        var (partner, rolesAtPartner) = ((OrganisationId?)null, Roles.None);
        for (var place = 0; place < atPartners.Count && partner is null; place++)
            if ((await atPartners[place]).HasAny(RoleRules.OfProviders))
                (partner, rolesAtPartner) = (award.Partners[place].Id, await atPartners[place]);
        return new ReturnAccess(programme, award, provider, funder, rolesAtFunder, partner)
        {
            AtPartner = rolesAtPartner,
            Part = partner is { } filling && !provider.HasAny(RoleRules.OfProviders) ? (await parts.GetAsync(award.Provider.Id, programme.Id, award.Id, cancellation)).Of(filling) : FrozenSet<SectionId>.Empty,
            HelpsFrom = provider.HasAny(Roles.Supporter) ? await caller.BodyInAsync(award.Provider.Id, cancellation) : null,
        };
    }
}
