using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>The people of the county's early help, all invented.</summary>
internal static class EarlyHelpPeople
{
    private static readonly NamedOrganisation SupportBody = new(OrganisationId.Parse("GB-CHC-9300754"), "Marlshire Council for Voluntary Service");
    private static readonly NamedOrganisation Harrowmead = ProviderOf(1);
    private static readonly NamedOrganisation TillerStreet = PartnerOf(1, "Tiller Street Play");
    private static readonly NamedOrganisation Wickfold = ProviderOf(2);
    private static readonly NamedOrganisation Saltings = ProviderOf(4);

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        DemoPerson.In(EarlyHelpProgramme.Council, "Helen Strand-Abara", "Commissioning manager at the council, which leads for all three funders: accepts and reopens returns, looks after colleagues’ access.", "LeadOfficer"),
        DemoPerson.In(EarlyHelpProgramme.Council, "Marcus Tillyard", "Monitoring officer at the council: reads, accepts and reopens returns.", "Officer"),
        DemoPerson.In(EarlyHelpProgramme.Council, "Ngozi Peverell", "Finance analyst at the council: reads returns and reports.", "FunderReader"),
        DemoPerson.In(EarlyHelpProgramme.HealthBoard, "Dr Sanjay Rawlinson", "Children’s programme lead at the health board, a co-funder: acknowledges what it pays for, looks after colleagues’ access.", "LeadOfficer"),
        DemoPerson.In(EarlyHelpProgramme.HealthBoard, "Carol Ann Whitby", "Contracts assistant at the health board: reads its own cut.", "FunderReader"),
        DemoPerson.In(EarlyHelpProgramme.Trust, "Lydia Farthingale", "Grants officer at the trust, a co-funder: reads and acknowledges its own cut.", "Officer"),
        DemoPerson.In(Harrowmead, "Miriam Oduya-Clark", "Director of services: looks after colleagues’ access and prepares returns.", "ProviderLead", "Preparer"),
        DemoPerson.In(Harrowmead, "Ann Lee", "Finance officer: prepares returns.", "Preparer"),
        DemoPerson.In(Harrowmead, "Rev Thomas Gilchrist", "Trustee: reads and signs returns.", "Signatory"),
        DemoPerson.In(TillerStreet, "Keeley Brandreth", "Play worker at a partner: prepares its part of Harrowmead’s return.", "Preparer"),
        DemoPerson.In(Wickfold, "Gareth Penhallow-Roe", "Manager: looks after colleagues’ access and prepares returns.", "ProviderLead", "Preparer"),
        DemoPerson.In(Wickfold, "Joan Hetherwick", "Volunteer: prepares returns on Tuesday evenings.", "Preparer"),
        DemoPerson.In(Wickfold, "Nirmal Bassi-Trent", "Treasurer and trustee: reads and signs returns.", "Signatory"),
        DemoPerson.In(Saltings, "Donna Tillotson", "Chair of a small group on no register: does all of it, prepares, signs and looks after access.", "ProviderLead", "Preparer", "Signatory"),
        DemoPerson.In(SupportBody, "Peter Oyelaran", "Development worker who helps small groups: prepares for the Saltings Estate Parents’ Group and signs nothing.") with
        {
            Roles = [new DemoRole(Saltings.Id.Value, "Supporter", SupportBody.Id.Value)],
        },
    ];

    private static NamedOrganisation ProviderOf(int number)
    {
        var provider = Providers.All.Single(one => one.Number == number);
        return new NamedOrganisation(OrganisationId.Parse(provider.Id), provider.Name);
    }

    private static NamedOrganisation PartnerOf(int number, string name)
    {
        var partner = Providers.All.Single(one => one.Number == number).Partners.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal));
        return new NamedOrganisation(OrganisationId.Parse(partner.Id), partner.Name);
    }
}
