using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.People;

namespace MonitoringReturns.Tests.Demo;

/// <summary>Whom the demonstrations offer to sign in as.</summary>
public sealed class DemoPeopleTests
{
    private static readonly string[] Known = ["Preparer", "Signatory", "ProviderLead", "FunderReader", "Officer", "LeadOfficer", "Supporter", "Administrator"];

    public static TheoryData<string> Cases => [.. DemoCases.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void People_OfACase_BelongToItsFundersProvidersAndWhoHelpsThem(string name)
    {
        var demo = Assert.Single(DemoCases.Of(name));
        var funders = demo.Programme.CoFunders.Prepend(demo.Programme.LeadFunder).Select(funder => funder.Id.Value).ToHashSet(StringComparer.Ordinal);
        var providers = demo.Awards.SelectMany(award => award.Partners.Select(partner => partner.Id).Prepend(award.Provider.Id)).Select(id => id.Value).ToHashSet(StringComparer.Ordinal);

        foreach (var role in demo.People.SelectMany(person => person.Roles))
            Assert.Contains(role.Organisation, role.Role is "FunderReader" or "Officer" or "LeadOfficer" ? funders : providers);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void People_OfACase_CanPlayAllOfIt(string name)
    {
        var demo = Assert.Single(DemoCases.Of(name));
        var roles = demo.People.SelectMany(person => person.Roles).ToLookup(role => role.Organisation, role => role.Role, StringComparer.Ordinal);

        Assert.Equal(["FunderReader", "LeadOfficer", "Officer"], roles[demo.Programme.LeadFunder.Id.Value].Order(StringComparer.Ordinal));
        Assert.True(demo.Programme.CoFunders.Count == 0 || demo.Programme.CoFunders.Any(funder => roles[funder.Id.Value].Any()));
        Assert.True(roles.Count(organisation => organisation.Contains("ProviderLead", StringComparer.Ordinal) && organisation.Contains("Signatory", StringComparer.Ordinal)) >= 2);
    }

    [Fact]
    public void People_OfAllCases_AreWellDescribedAndUnlikeEachOther()
    {
        var people = DemoPeople.Of(DemoCases.All);

        Assert.Equal(people.Count, people.Select(person => person.Subject).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(people.Count, people.Select(person => person.Email).Distinct(StringComparer.Ordinal).Count());
        Assert.All(people, person =>
        {
            Assert.True(Guid.TryParse(person.Subject, out _));
            Assert.Matches("^[a-z0-9.]+@[a-z0-9-]+[.]example$", person.Email);
            Assert.EndsWith(".", person.About, StringComparison.Ordinal);
            Assert.NotEmpty(person.Roles);
            Assert.All(person.Roles, role => Assert.Contains(role.Role, Known));
            Assert.All(person.Roles, role => Assert.True(OrganisationId.TryParse(role.Organisation, out _)));
            Assert.All(person.Roles, role => Assert.Equal(role.Role is "Supporter", role.Body is not null));
        });
    }

    [Fact]
    public void Subjects_OverRestarts_StayTheSame() =>
        Assert.Equal("5eb24927-3579-1727-836d-cd33b8e49506", DemoPeople.Administrator.Subject);

    [Fact]
    public void People_WithoutADemonstration_AreTheAdministratorAlone() =>
        Assert.Equal([DemoPeople.Administrator], DemoPeople.Of(caseName: null));
}
