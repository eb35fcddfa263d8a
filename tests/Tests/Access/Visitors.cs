using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.Access;

/// <summary>Somebody who may come to the portal: a column of the table of routes.</summary>
/// <param name="Organisation">Where they hold the roles; null for no organisation at all.</param>
internal sealed record Visitor(string Name, OrganisationId? Organisation, Roles Roles);

/// <summary>Everybody there can be, seen from one return: its own provider and funders, others of the same programme, and outsiders.</summary>
internal static class Visitors
{
    public static readonly NamedOrganisation Partner = new(OrganisationId.Parse("MR-000903"), "A partner");
    public static readonly NamedOrganisation OtherFunder = new(OrganisationId.Parse("GB-CHC-200051"), "A trust that pays for another award");
    private static readonly NamedOrganisation Outside = new(OrganisationId.Parse("MR-000900"), "An outsider");
    private static readonly NamedOrganisation Own = new(OrganisationId.Parse("MR-000001"), "Group 1");
    private static readonly NamedOrganisation Other = new(OrganisationId.Parse("MR-000002"), "Group 2");
    private static readonly NamedOrganisation Lead = new(OrganisationId.Parse("GB-LAE-NTT"), "A county council");
    private static readonly NamedOrganisation Operator = new(MonitoringReturns.Core.People.Organisation.Portal, "The portal's operator");

    public static IReadOnlyList<Visitor> All { get; } =
    [
        new("nobody", null, Roles.None),
        new("no organisation", null, Roles.None),
        new("own preparer", Own.Id, Roles.Preparer),
        new("own signatory", Own.Id, Roles.Signatory),
        new("own lead", Own.Id, Roles.ProviderLead),
        new("own supporter", Own.Id, Roles.Supporter),
        new("partner's preparer", Partner.Id, Roles.Preparer),
        new("partner's lead", Partner.Id, Roles.ProviderLead),
        new("lead funder's reader", Lead.Id, Roles.FunderReader),
        new("lead funder's officer", Lead.Id, Roles.Officer),
        new("lead funder's lead officer", Lead.Id, Roles.LeadOfficer),
        new("co-funder's reader", SmallCase.Trust.Id, Roles.FunderReader),
        new("co-funder's officer", SmallCase.Trust.Id, Roles.Officer),
        new("co-funder's lead officer", SmallCase.Trust.Id, Roles.LeadOfficer),
        new("other provider's preparer", Other.Id, Roles.Preparer),
        new("other provider's signatory", Other.Id, Roles.Signatory),
        new("other provider's lead", Other.Id, Roles.ProviderLead),
        new("other provider's supporter", Other.Id, Roles.Supporter),
        new("other funder's reader", OtherFunder.Id, Roles.FunderReader),
        new("other funder's officer", OtherFunder.Id, Roles.Officer),
        new("other funder's lead officer", OtherFunder.Id, Roles.LeadOfficer),
        new("outside preparer", Outside.Id, Roles.Preparer),
        new("outside signatory", Outside.Id, Roles.Signatory),
        new("outside lead", Outside.Id, Roles.ProviderLead),
        new("outside supporter", Outside.Id, Roles.Supporter),
        new("outside reader", Outside.Id, Roles.FunderReader),
        new("outside officer", Outside.Id, Roles.Officer),
        new("outside lead officer", Outside.Id, Roles.LeadOfficer),
        // Roles of the other side give nothing.
        new("own provider's funder roles", Own.Id, RoleRules.OfFunders),
        new("lead funder's provider roles", Lead.Id, RoleRules.OfProviders),
        new("administrator", Operator.Id, Roles.Administrator),
    ];

    private static readonly NamedOrganisation[] Organisations = [Own, Other, Lead, SmallCase.Trust, Partner, OtherFunder, Outside, Operator];

    /// <summary>Lets each in as a program and as a person, who have the visitor's name.</summary>
    public static async Task LetInAsync(SignInFixture signIn)
    {
        var (storage, issuer) = ((await signIn.AppAsync()).ConnectionString, (await signIn.IssuerAsync()).Standard);
        var account = MonitoringReturns.Storage.StorageAccount.Connect(storage);
        var people = new MonitoringReturns.Storage.PeopleStore(account);
        foreach (var visitor in All)
        {
            if (visitor.Organisation is not { } id)
                continue;
            var organisation = Organisations.Single(one => one.Id == id);
            var person = await people.SignInAsync(new Identity(issuer, SubjectOf(visitor)), visitor.Name, null, TimeProvider.System.GetUtcNow(), default);
            await Membership.LetInAsync(storage, organisation, person.Id, visitor.Roles);
            var client = new GrantedClient(visitor.Name, issuer, ClientOf(visitor));
            await Membership.LetInAsync(storage, organisation, MemberId.OfClient(new Identity(client.Issuer, client.ClientId)), visitor.Roles, client);
        }
    }

    public static string SubjectOf(Visitor visitor) => "table " + visitor.Name;

    public static string ClientOf(Visitor visitor) => "table-" + visitor.Name.Replace(' ', '-');
}
