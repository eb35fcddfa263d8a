using System.Security.Cryptography;
using System.Text;
using Azure;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>A person's session.</summary>
/// <param name="Ticket">What the sign-in left, as bytes that the host reads.</param>
/// <param name="Expires">From then on there is no such session.</param>
public sealed record StoredSession(MemberId Member, byte[] Ticket, DateTimeOffset Started, DateTimeOffset Expires)
{
    /// <summary>The organisation that the person acts for, as text; null before they chose.</summary>
    public string? ActingFor { get; init; }

    /// <summary>The address that the person signed in from.</summary>
    public string? Address { get; init; }

    /// <summary>Which header said so; null where it was the connection.</summary>
    public string? AddressHeader { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>Tells it from the member's others: the hash of its id.</summary>
    public string Key { get; init; } = "";
}

/// <summary>
/// Sessions in the table <c>sessions</c>: a partition a member, a row a session, by the hash of its id, so that nobody who reads the table can take
/// one over. One that has expired is as none, and is removed when it is met.
/// </summary>
public sealed class SessionStore(StorageAccount account, TimeProvider? clock = null)
{
    private const int MostUserAgentCharacters = 200;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Sessions);

    /// <summary>Starts a session, and removes what the member left to expire.</summary>
    public async Task AddAsync(string id, StoredSession session, CancellationToken cancellation)
    {
        await ListAsync(session.Member, cancellation);
        var row = new TableEntity(session.Member.Value, KeyOf(id)) { ["Ticket"] = session.Ticket, ["Started"] = session.Started, ["Expires"] = session.Expires };
        row.Set("ActingFor", session.ActingFor);
        row.Set("Address", session.Address);
        row.Set("AddressHeader", session.AddressHeader);
        row.Set("UserAgent", session.UserAgent is { Length: > MostUserAgentCharacters } agent ? agent[..MostUserAgentCharacters] : session.UserAgent);
        await _table.AddEntityAsync(row, cancellation);
    }

    public async Task<StoredSession?> GetAsync(MemberId member, string id, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(member.Value, KeyOf(id), cancellationToken: cancellation);
        return row.HasValue ? await CurrentAsync(row.Value!, cancellation) : null;
    }

    /// <returns>False where there is no such session any more; one that was ended is not begun again.</returns>
    public Task<bool> RenewAsync(MemberId member, string id, byte[] ticket, DateTimeOffset expires, CancellationToken cancellation) =>
        TryMergeAsync(new TableEntity(member.Value, KeyOf(id)) { ["Ticket"] = ticket, ["Expires"] = expires }, cancellation);

    /// <summary>Lets the person act for another organisation from now on.</summary>
    /// <returns>False where there is no such session any more.</returns>
    public Task<bool> ActForAsync(MemberId member, string id, string organisation, CancellationToken cancellation) =>
        TryMergeAsync(new TableEntity(member.Value, KeyOf(id)) { ["ActingFor"] = organisation }, cancellation);

    public async Task RemoveAsync(MemberId member, string id, CancellationToken cancellation) =>
        await _table.DeleteEntityAsync(member.Value, KeyOf(id), cancellationToken: cancellation);

    public async Task RemoveAllAsync(MemberId member, CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(member, cancellation))
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
    }

    /// <summary>Ends every session of a member but one.</summary>
    public async Task RemoveOthersAsync(MemberId member, string id, CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(member, cancellation))
            if (row.RowKey != KeyOf(id))
                await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
    }

    /// <summary>The member's sessions, the last started first.</summary>
    public async Task<IReadOnlyList<StoredSession>> ListAsync(MemberId member, CancellationToken cancellation)
    {
        var sessions = new List<StoredSession>();
        await foreach (var row in RowsAsync(member, cancellation))
            if (await CurrentAsync(row, cancellation) is { } session)
                sessions.Add(session);
        return [.. sessions.OrderByDescending(session => session.Started)];
    }

    /// <summary>What a session with this id is kept under.</summary>
    public static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private IAsyncEnumerable<TableEntity> RowsAsync(MemberId member, CancellationToken cancellation) =>
        _table.RangeAsync(member.Value, "", Keys.After(""), cancellation);

    private async Task<StoredSession?> CurrentAsync(TableEntity row, CancellationToken cancellation)
    {
        var expires = row.GetDateTimeOffset("Expires")!.Value;
        if (expires > _clock.GetUtcNow())
            return new StoredSession(Core.Identifier.Parse<MemberId>(row.PartitionKey), row.GetBinary("Ticket")!, row.GetDateTimeOffset("Started")!.Value, expires)
            {
                ActingFor = row.GetString("ActingFor"),
                Address = row.GetString("Address"),
                AddressHeader = row.GetString("AddressHeader"),
                UserAgent = row.GetString("UserAgent"),
                Key = row.RowKey,
            };
        try
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            // It was renewed at the last moment.
        }
        return null;
    }

    private async Task<bool> TryMergeAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await _table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.Status == 404 && error.IsConflict())
        {
            return false;
        }
    }
}
