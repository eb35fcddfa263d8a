using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Local.Demo.People;

/// <summary>Puts the organisations of a demonstration into storage, with their people and the programs that they let in.</summary>
internal sealed class LoadPeople(StorageAccount account, Uri issuer)
{
    private const int AtOnce = 8;

    private readonly OrganisationStore _organisations = new(account);
    private readonly PeopleStore _people = new(account);

    private SetUp SetUp => field ??= new SetUp(_organisations, _people, new WorkQueue(account), TimeProvider.System);

    public async Task RunAsync(IReadOnlyList<IDemoCase> cases, CancellationToken cancellation)
    {
        await AddAsync(new Organisation { Id = Organisation.Portal, Name = "The portal's operator", Kind = OrganisationKind.PortalOperator }, cancellation);
        await LetInAsync(Organisation.Portal, DemoClients.Admin, Roles.Administrator, cancellation);
        var parts = new Dictionary<OrganisationId, (NamedOrganisation Organisation, Roles Roles)>();
        foreach (var demo in cases)
        {
            Note(parts, demo.Programme.LeadFunder, Roles.Officer);
            foreach (var funder in demo.Programme.CoFunders)
                Note(parts, funder, Roles.FunderReader);
            foreach (var award in demo.Awards)
                foreach (var provider in award.Partners.Prepend(award.Provider))
                    Note(parts, provider, Roles.Preparer | Roles.Signatory);
        }
        await Parallel.ForEachAsync(parts.Values, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (part, stop) =>
        {
            var (organisation, roles) = part;
            await AddAsync(new Organisation { Id = organisation.Id, Name = organisation.Name, Kind = DemoOrganisations.KindOf(organisation.Id), Income = DemoOrganisations.IncomeOf(cases, organisation.Id), Area = DemoOrganisations.OfficeOf(cases, organisation.Id) }, stop);
            if (roles.HasAny(Roles.Officer))
                await LetInAsync(organisation.Id, DemoClients.LeadFunder, Roles.Officer, stop);
            if (roles.HasAny(Roles.FunderReader))
                await LetInAsync(organisation.Id, DemoClients.CoFunder, Roles.FunderReader, stop);
            if (roles.HasAny(Roles.Preparer))
                await LetInAsync(organisation.Id, DemoClients.Charity, Roles.Preparer | Roles.Signatory, stop);
        });
        foreach (var person in cases.SelectMany(demo => demo.People).Append(DemoPeople.Administrator))
            await LetInAsync(person, cancellation);
    }

    private static void Note(Dictionary<OrganisationId, (NamedOrganisation Organisation, Roles Roles)> parts, NamedOrganisation organisation, Roles roles) =>
        parts[organisation.Id] = (organisation, roles | parts.GetValueOrDefault(organisation.Id).Roles);

    private Task AddAsync(Organisation organisation, CancellationToken cancellation) => SetUp.AddAsync(organisation, cancellation);

    private Task LetInAsync(OrganisationId organisation, string client, Roles roles, CancellationToken cancellation)
    {
        var granted = new GrantedClient($"Demonstration program ({client})", issuer.OriginalString, client);
        return SetUp.LetInAsync(organisation, MemberId.OfClient(new Identity(granted.Issuer, granted.ClientId)), roles, null, granted, cancellation);
    }

    /// <summary>Gives a person the roles that it has, in organisations that are there.</summary>
    public async Task LetInAsync(DemoPerson person, CancellationToken cancellation)
    {
        var known = await _people.SignInAsync(new Identity(issuer.OriginalString, person.Subject), person.Name, person.Email, TimeProvider.System.GetUtcNow(), cancellation);
        foreach (var ofOrganisation in person.Roles.GroupBy(role => role.Organisation, StringComparer.Ordinal))
        {
            var roles = ofOrganisation.Aggregate(Roles.None, (sum, role) => sum | Enum.Parse<Roles>(role.Role));
            OrganisationId? body = ofOrganisation.Select(role => role.Body).FirstOrDefault(one => one is not null) is { } named ? OrganisationId.Parse(named) : null;
            await SetUp.LetInAsync(OrganisationId.Parse(ofOrganisation.Key), known.Id, roles, body, null, cancellation);
        }
    }
}
