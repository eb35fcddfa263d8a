using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>The people of the boroughs' commissions. The boroughs are real, the people invented.</summary>
internal static class SharedCommissionsPeople
{
    private static readonly NamedOrganisation Hackney = FunderOf("hackney");
    private static readonly NamedOrganisation Sutton = FunderOf("sutton");
    private static readonly NamedOrganisation Lanterngate = LeadOf(1);
    private static readonly NamedOrganisation Plumtree = LeadOf(4);

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        DemoPerson.In(SharedCommissionsProgramme.LeadBody, "Frances Obuya-Lane", "Head of commissioning at the lead body: accepts and reopens returns, looks after colleagues’ access.", "LeadOfficer"),
        DemoPerson.In(SharedCommissionsProgramme.LeadBody, "Ivo Castellan", "Monitoring officer at the lead body: reads, accepts and reopens returns.", "Officer"),
        DemoPerson.In(SharedCommissionsProgramme.LeadBody, "Ruth Amberley", "Secretary to the boroughs’ committee: reads returns and reports.", "FunderReader"),
        DemoPerson.In(Hackney, "Delroy Ainscough", "Strategy officer at a borough that pays: acknowledges its own cut, looks after colleagues’ access.", "LeadOfficer"),
        DemoPerson.In(Sutton, "Catrin Mulholland", "Policy adviser at a borough that pays: reads its own cut.", "FunderReader"),
        DemoPerson.In(Lanterngate, "Imogen Castell-Okoro", "Chief executive of a partnership’s lead charity: looks after colleagues’ access and prepares returns.", "ProviderLead", "Preparer"),
        DemoPerson.In(Lanterngate, "Hugo Fenwick-Ali", "Data officer: gathers the partners’ figures and prepares returns.", "Preparer"),
        DemoPerson.In(Lanterngate, "Dame Winsome Clarke", "Trustee: reads and signs returns.", "Signatory"),
        DemoPerson.In(PartnerOf(1, "Five Bridges Tenancy Line"), "Sasha Lindholm", "Manager at a partner: prepares its part of Lanterngate’s return.", "Preparer"),
        DemoPerson.In(Plumtree, "Orla Fitzwarren", "Manager: looks after colleagues’ access and prepares returns.", "ProviderLead", "Preparer"),
        DemoPerson.In(Plumtree, "Benedict Arkwright", "Key worker: prepares returns.", "Preparer"),
        DemoPerson.In(Plumtree, "Shirin Bellweather", "Trustee: reads and signs returns.", "Signatory"),
    ];

    private static NamedOrganisation FunderOf(string borough) => Borough.All.Single(one => string.Equals(one.Id, borough, StringComparison.Ordinal)).Funder;

    private static NamedOrganisation LeadOf(int number) => Named(Commissions.All.Single(one => one.Number == number).Lead);

    private static NamedOrganisation PartnerOf(int number, string name) =>
        Named(Commissions.All.Single(one => one.Number == number).Partners.Single(partner => string.Equals(partner.Name, name, StringComparison.Ordinal)));

    private static NamedOrganisation Named(Charity charity) => new(OrganisationId.Parse(charity.Id), charity.Name);
}
