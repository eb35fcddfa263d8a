using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;

namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>The people of the council's household support, all invented.</summary>
internal static class HouseholdSupportPeople
{
    private static readonly NamedOrganisation FoodBank = CharityOf(1);
    private static readonly NamedOrganisation Kitchen = CharityOf(3);
    private static readonly NamedOrganisation WarmRooms = CharityOf(4);

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        DemoPerson.In(HouseholdSupportProgramme.Council, "Yasmin Thornley", "Programme manager at the council: accepts and reopens returns, looks after colleagues’ access.", "LeadOfficer"),
        DemoPerson.In(HouseholdSupportProgramme.Council, "Kenneth Amos-Barr", "Monitoring officer at the council: reads, accepts and reopens returns.", "Officer"),
        DemoPerson.In(HouseholdSupportProgramme.Council, "Philippa Drax", "Auditor at the council: reads returns and reports.", "FunderReader"),
        DemoPerson.In(FoodBank, "Maureen Thackwray", "Manager: looks after colleagues’ access, prepares returns and signs them first.", "ProviderLead", "Preparer", "Signatory"),
        DemoPerson.In(FoodBank, "Luke Sowerby-Khan", "Stock and data volunteer: prepares returns.", "Preparer"),
        DemoPerson.In(FoodBank, "Geoffrey Illingsby", "Treasurer and trustee: reads returns and signs them second.", "Signatory"),
        DemoPerson.In(WarmRooms, "Craig Hebblewhite", "Operations manager: looks after colleagues’ access, prepares returns and signs them first.", "ProviderLead", "Preparer", "Signatory"),
        DemoPerson.In(WarmRooms, "Tamsin Eddery", "Adviser: prepares returns.", "Preparer"),
        DemoPerson.In(WarmRooms, "Parveen Sadiq-Moor", "Finance manager: reads returns and signs them second.", "Signatory"),
        DemoPerson.In(Kitchen, "Father Dominic Oakroyd", "Treasurer of a small group on no register: does all of it, prepares, signs and looks after access.", "ProviderLead", "Preparer", "Signatory"),
        DemoPerson.In(Kitchen, "Bridget Fallon-Shaw", "Chair of the same group: reads its returns and adds the second signature.", "Signatory"),
    ];

    private static NamedOrganisation CharityOf(int number)
    {
        var charity = Charities.All.Single(one => one.Number == number);
        return new NamedOrganisation(OrganisationId.Parse(charity.Id), charity.Name);
    }
}
