using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;

namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>The people of the county's grant aid, all invented.</summary>
internal static class GrantAidPeople
{
    private static readonly NamedOrganisation GoodNeighbours = CharityOf(2);
    private static readonly NamedOrganisation Minds = CharityOf(8);
    private static readonly NamedOrganisation Greenwood = CharityOf(22);

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        DemoPerson.In(GrantAidProgramme.Council, "Stella Marchetti-Hall", "Grants manager at the council, which leads: accepts and reopens returns, looks after colleagues’ access.", "LeadOfficer"),
        DemoPerson.In(GrantAidProgramme.Council, "Bashir Lonsdale", "Grants officer at the council: reads, accepts and reopens returns.", "Officer"),
        DemoPerson.In(GrantAidProgramme.Council, "Verity Cobb", "Clerk to the grants committee: reads returns and reports.", "FunderReader"),
        DemoPerson.In(GrantAidProgramme.HealthTrust, "Olivia Renshaw-Diaz", "Partnership manager at the co-funder: acknowledges what it pays for, looks after colleagues’ access.", "LeadOfficer"),
        DemoPerson.In(GrantAidProgramme.HealthTrust, "Desmond Tickhill", "Analyst at the co-funder: reads its own cut.", "FunderReader"),
        DemoPerson.In(Greenwood, "Anthony Okonjo-Reeves", "Chief executive of a consortium’s lead: looks after colleagues’ access and prepares returns.", "ProviderLead", "Preparer"),
        DemoPerson.In(Greenwood, "Meera Sandiford", "Finance officer, two days a week: prepares returns.", "Preparer"),
        DemoPerson.In(Greenwood, "Professor Alun Beddoes", "Trustee: reads and signs returns.", "Signatory"),
        DemoPerson.In(Minds, "Joel Adeyemi", "Manager: looks after colleagues’ access and prepares returns.", "ProviderLead", "Preparer"),
        DemoPerson.In(Minds, "Katrin Stubley", "Office volunteer: prepares returns.", "Preparer"),
        DemoPerson.In(Minds, "Sir Robert Ellerby", "Chair of trustees: reads and signs returns.", "Signatory"),
        DemoPerson.In(GoodNeighbours, "Derek Palfreyman", "Treasurer of a small charity: does all of it, prepares, signs and looks after access.", "ProviderLead", "Preparer", "Signatory"),
    ];

    private static NamedOrganisation CharityOf(int number)
    {
        var charity = Charities.All.Single(one => one.Number == number);
        return new NamedOrganisation(OrganisationId.Parse(charity.Id), charity.Name);
    }
}
