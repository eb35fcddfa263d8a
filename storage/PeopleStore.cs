using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// People in the table <c>people</c>: a partition a member, with who they are and where they may be members; and a partition an identity, which
/// says whose it is. The only place with names.
/// </summary>
public sealed class PeopleStore(StorageAccount account) : IPeopleStore
{
    private const string PersonRow = "p";
    private const string OrganisationPrefix = "o|";
    private const string Told = "n|";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.People);
    private readonly SessionStore _sessions = new(account);

    public async Task<Person> SignInAsync(Identity identity, string name, string? email, DateTimeOffset now, CancellationToken cancellation)
    {
        while (true)
        {
            var id = await OwnerAsync(identity, cancellation) ?? await TryAddOwnerAsync(identity, cancellation);
            if (id is { } owner && await TryPutAsync(identity, new Person(owner, name, email, now), cancellation) is { } person)
                return person;
        }
    }

    public async Task<Person?> GetAsync(MemberId person, CancellationToken cancellation) =>
        await FindAsync(person.Value, PersonRow, cancellation) is { } row
            ? new Person(person, row.GetString("Name")!, row.GetString("Email"), row.GetDateTimeOffset("LastSignIn")!.Value)
            : null;

    public async Task AddOrganisationAsync(MemberId member, OrganisationId organisation, CancellationToken cancellation) =>
        await _table.TryAddAsync(new TableEntity(member.Value, OrganisationPrefix + organisation), cancellation);

    public async Task RemoveOrganisationAsync(MemberId member, OrganisationId organisation, CancellationToken cancellation) =>
        await _table.DeleteEntityAsync(member.Value, OrganisationPrefix + organisation, cancellationToken: cancellation);

    public async Task<IReadOnlyCollection<OrganisationId>> OrganisationsOfAsync(MemberId member, CancellationToken cancellation)
    {
        var organisations = new List<OrganisationId>();
        await foreach (var row in _table.RangeAsync(member.Value, OrganisationPrefix, Keys.After(OrganisationPrefix), cancellation))
            organisations.Add(OrganisationId.Parse(row.RowKey[OrganisationPrefix.Length..]));
        return organisations;
    }

    public async Task<bool> WasToldAsync(MemberId person, string of, CancellationToken cancellation) => await FindAsync(person.Value, Told + of, cancellation) is not null;

    public async Task NoteToldAsync(MemberId person, string of, DateTimeOffset at, CancellationToken cancellation)
    {
        await _table.UpsertEntityAsync(new TableEntity(person.Value, Told + of) { ["At"] = at }, TableUpdateMode.Replace, cancellation);
        await ClearToldAsync(person, $"{Told}{at.AddYears(-1).UtcTicks:D19}", cancellation);
    }

    private async Task ClearToldAsync(MemberId person, string until, CancellationToken cancellation)
    {
        await foreach (var row in _table.RangeAsync(person.Value, Told, until, cancellation))
            await _table.DeleteEntityAsync(person.Value, row.RowKey, cancellationToken: cancellation);
    }

    public async Task ForgetAsync(MemberId person, CancellationToken cancellation)
    {
        if (await FindAsync(person.Value, PersonRow, cancellation) is not { } row)
            return;
        // The identity first, so that nobody signs in as them from here on; who they were last, so that what was cut short can be done again.
        await _table.DeleteEntityAsync(OwnerPartition(IdentityOf(row)), PersonRow, cancellationToken: cancellation);
        await _sessions.RemoveAllAsync(person, cancellation);
        foreach (var organisation in await OrganisationsOfAsync(person, cancellation))
            await RemoveOrganisationAsync(person, organisation, cancellation);
        await ClearToldAsync(person, Keys.After(Told), cancellation);
        await _table.DeleteEntityAsync(person.Value, PersonRow, cancellationToken: cancellation);
    }

    private static string OwnerPartition(Identity identity) => "i|" + identity.Hash;

    private static Identity IdentityOf(TableEntity row) => new(row.GetString("Issuer")!, row.GetString("Subject")!);

    private async Task<MemberId?> OwnerAsync(Identity identity, CancellationToken cancellation) =>
        await FindAsync(OwnerPartition(identity), PersonRow, cancellation) is { } row ? Identifier.Parse<MemberId>(row.GetString("Member")!) : null;

    /// <returns>A new person's id; null where somebody else signed in with the identity at the same moment.</returns>
    private async Task<MemberId?> TryAddOwnerAsync(Identity identity, CancellationToken cancellation)
    {
        var id = MemberId.NewPerson();
        return await _table.TryAddAsync(new TableEntity(OwnerPartition(identity), PersonRow) { ["Member"] = id.Value }, cancellation) ? id : null;
    }

    /// <returns>Null where the person was signed in elsewhere, or forgotten, at the same moment.</returns>
    private async Task<Person?> TryPutAsync(Identity identity, Person person, CancellationToken cancellation)
    {
        var stored = await FindAsync(person.Id.Value, PersonRow, cancellation);
        var row = new TableEntity(person.Id.Value, PersonRow)
        {
            ["Name"] = person.Name,
            ["Issuer"] = identity.Issuer,
            ["Subject"] = identity.Subject,
            ["LastSignIn"] = person.LastSignIn,
        };
        row.Set("Email", person.Email);
        if (await _table.TryWriteAsync(row, stored?.ETag.ToString(), cancellation) is null)
            return null;
        if (stored is not null || await OwnerAsync(identity, cancellation) == person.Id)
            return person;
        // They were forgotten between the two reads; what was just written must not stay.
        await _table.DeleteEntityAsync(person.Id.Value, PersonRow, cancellationToken: cancellation);
        return null;
    }

    private async Task<TableEntity?> FindAsync(string partition, string key, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }
}
