using System.Collections.Concurrent;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>Lets programs and people into organisations, once a storage; tests say who may do what, and don't walk the way there.</summary>
internal static class Membership
{
    private static readonly ConcurrentDictionary<(string Storage, OrganisationId Organisation, string Member, Roles Roles), Lazy<Task>> Known = new();

    /// <summary>A program of the run's sign-in provider.</summary>
    public static Task LetInAsync(string storage, NamedOrganisation organisation, string client, Roles roles) =>
        Known.GetOrAdd((storage, organisation.Id, client, roles), _ => new Lazy<Task>(async () =>
        {
            var issuer = (await ProviderFixture.Instance.ProviderAsync()).Issuer.OriginalString;
            await LetInAsync(storage, organisation, MemberId.OfClient(new Identity(issuer, client)), roles, new GrantedClient(client, issuer, client));
        })).Value;

    public static async Task LetInAsync(string storage, NamedOrganisation organisation, MemberId member, Roles roles, GrantedClient? client = null)
    {
        var account = StorageAccount.Connect(storage);
        var setUp = new SetUp(new OrganisationStore(account), new PeopleStore(account), new WorkQueue(account), TimeProvider.System);
        await setUp.AddAsync(new Organisation { Id = organisation.Id, Name = organisation.Name, Kind = organisation.Id == Organisation.Portal ? OrganisationKind.PortalOperator : OrganisationKind.Charity }, default);
        await setUp.LetInAsync(organisation.Id, member, roles, null, client, default);
    }
}
