using System.Text.Json;
using Azure;
using MonitoringReturns.Core;
using MonitoringReturns.Core.History;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// Organisations in the table <c>organisations</c>: a partition an organisation, with its members, invitations and record, so that a change and its
/// entry are one transaction; and the partitions <c>|list</c> for the list of all and <c>|words</c> for finding one by its name.
/// </summary>
public sealed class OrganisationStore(StorageAccount account) : IOrganisationStore, IPartsStore, IHistoryStore
{
    private const string ListPartition = "|list";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Organisations);
    private readonly OrganisationNames _names = new(account);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));

    public async Task<FoundOrganisation?> GetAsync(OrganisationId id, CancellationToken cancellation) =>
        await FindAsync(id.Value, Keys.Head, cancellation) is { } row
            ? new FoundOrganisation(
                JsonSerializer.Deserialize(await _content.GetAsync(row, cancellation), StoredJson.Default.Organisation)!, row.ETag.ToString(),
                new LeadCounts(row.GetInt32("ProviderLeads")!.Value, row.GetInt32("LeadOfficers")!.Value, row.GetInt32("Administrators")!.Value), RecordRow.HeadOf(row))
            : null;

    public async Task<PageOf<OrganisationSummary>> ListAsync(string? after, int size, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, ListPartition, "", after, size, cancellation);
        return page.Select(row => new OrganisationSummary(OrganisationId.Parse(row.RowKey), row.GetString("Name")!, Enum.Parse<OrganisationKind>(row.GetString("Kind")!)));
    }

    public Task<OrganisationsOfName> FindByWordAsync(string beginning, CancellationToken cancellation) => _names.FindAsync(beginning, cancellation);

    public async Task<bool> TryWriteAsync(OrganisationWrite write, CancellationToken cancellation)
    {
        var id = write.Organisation.Id;
        var head = new TableEntity(id.Value, Keys.Head)
        {
            ["ProviderLeads"] = write.Leads.ProviderLeads,
            ["LeadOfficers"] = write.Leads.LeadOfficers,
            ["Administrators"] = write.Leads.Administrators,
        };
        RecordRow.SetHead(head, RecordChain.HeadAfter(write.Entry));
        await _content.PutAsync(head, JsonSerializer.SerializeToUtf8Bytes(write.Organisation, StoredJson.Default.Organisation), cancellation);
        var entry = RecordRow.ToEntity(id.Value, Keys.Entry(write.Entry.Number), write.Entry);
        var actions = new List<TableTransactionAction> { TableCalls.WriteOf(head, write.Found.Guard), new(TableTransactionActionType.Add, entry) };
        if (write.Put is { } member)
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, MemberRow.ToEntity(id, member)));
        if (write.Removed is { } removed)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(id.Value, MemberRow.KeyOf(removed))));
        if (write.Invitation is { } invitation)
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, InvitationRow.ToEntity(id, invitation)));
        if (write.Parts is { } parts)
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, PartsRow.ToEntity(id, parts)));
        if (write.PutPast is { } past)
        {
            var row = PastRow.ToEntity(id, past);
            await _content.PutAsync(row, PastRow.ToJson(past), cancellation);
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        }
        if (write.RemovedPast is { } gone)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(id.Value, PastRow.KeyOf(gone))));
        // Where the answer of one's own transaction was lost, its entry is there.
        if (!await _table.TrySubmitAsync(actions, cancellation)
            && (await FindAsync(id.Value, entry.RowKey, cancellation))?.GetString("Digest") != write.Entry.Digest)
            return false;
        await PutListedAsync(write.Organisation, write.Entry.Number, cancellation);
        return true;
    }

    public async Task<Member?> GetMemberAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation) =>
        await FindAsync(organisation.Value, MemberRow.KeyOf(member), cancellation) is { } row ? MemberRow.FromEntity(row) : null;

    public async Task<PageOf<Member>> ListMembersAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation) =>
        await PageAsync(organisation, MemberRow.Prefix, after, size, MemberRow.FromEntity, cancellation);

    public async Task<Invitation?> GetInvitationAsync(OrganisationId organisation, string invitation, CancellationToken cancellation) =>
        InvitationRow.IsId(invitation) && await FindAsync(organisation.Value, InvitationRow.KeyOf(invitation), cancellation) is { } row ? InvitationRow.FromEntity(row) : null;

    public async Task<PageOf<Invitation>> ListInvitationsAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation) =>
        await PageAsync(organisation, InvitationRow.Prefix, after, size, InvitationRow.FromEntity, cancellation);

    async Task<ConsortiumParts> IPartsStore.GetAsync(OrganisationId provider, ProgrammeId programme, AwardId award, CancellationToken cancellation) =>
        await FindAsync(provider.Value, PartsRow.KeyOf(programme, award), cancellation) is { } row ? PartsRow.FromEntity(programme, award, row) : new ConsortiumParts(programme, award);

    public async Task<IReadOnlyList<PastReturn>> ListAsync(OrganisationId provider, ProgrammeId programme, AwardId award, CancellationToken cancellation)
    {
        var found = new List<PastReturn>();
        var prefix = PastRow.PrefixOf(programme, award);
        await foreach (var row in _table.RangeAsync(provider.Value, prefix, Keys.After(prefix), cancellation))
            found.Add(PastRow.FromEntity(programme, award, row, await _content.GetAsync(row, cancellation)));
        return [.. found.OrderBy(past => past.Period.Start)];
    }

    public async Task MarkSentAsync(OrganisationId organisation, string invitation, DateTimeOffset at, CancellationToken cancellation)
    {
        while (await FindAsync(organisation.Value, InvitationRow.KeyOf(invitation), cancellation) is { } row && InvitationRow.FromEntity(row).State == InvitationState.Open)
        {
            row[InvitationRow.SentAt] = at;
            if (await _table.TryWriteAsync(row, row.ETag.ToString(), cancellation) is not null)
                return;
        }
    }

    private async Task<TableEntity?> FindAsync(string partition, string key, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    private async Task<PageOf<T>> PageAsync<T>(
        OrganisationId organisation, string prefix, string? after, int size, Func<TableEntity, T> read, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, organisation.Value, prefix, after is null ? null : prefix + after, size, cancellation);
        return page.Select(read) with { Continuation = page.Continuation?[prefix.Length..] };
    }

    /// <summary>
    /// The list is written last: an organisation that stands in it is always there and found by its words, and where writing failed the next change
    /// mends it. Never puts an older name over a newer one's.
    /// </summary>
    private async Task PutListedAsync(Organisation organisation, int change, CancellationToken cancellation)
    {
        var words = NameWords.Of(organisation.Name);
        var row = new TableEntity(ListPartition, organisation.Id.Value)
        {
            ["Name"] = organisation.Name,
            ["Kind"] = organisation.Kind.ToString(),
            ["Words"] = string.Join(' ', words),
            ["Change"] = change,
        };
        for (var tries = 0; ; tries++)
        {
            var listed = await FindAsync(ListPartition, row.RowKey, cancellation);
            var before = listed?.GetString("Words")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            if (listed?.GetInt32("Change") >= change)
            {
                // Ours may have come late, under words of the name before.
                if (tries > 0)
                    await _names.RemoveAsync(organisation.Id, words.Except(before, StringComparer.Ordinal), cancellation);
                return;
            }
            if ((listed?.GetString("Name"), listed?.GetString("Kind"), listed?.GetString("Words")) == (organisation.Name, organisation.Kind.ToString(), row.GetString("Words")))
                return;
            await _names.PutAsync(organisation, words, cancellation);
            await _names.RemoveAsync(organisation.Id, before.Except(words, StringComparer.Ordinal), cancellation);
            if (await _table.TryWriteAsync(row, listed?.ETag.ToString(), cancellation) is not null)
                return;
        }
    }
}
