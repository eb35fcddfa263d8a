using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// Programmes and awards in the table <c>programmes</c>: a partition a programme, with a row for how each stands now and one for every
/// version it had, what is proposed for its awards' profiles, notes of meetings, samples, and its record; the partition <c>|list</c> for the list of all, and
/// <c>|registers</c> for those whose register is published.
/// </summary>
public sealed class ProgrammeStore(StorageAccount account) : IProgrammeStore, ISetupStore
{
    private const string ListPartition = "|list";
    private const string RegistersPartition = "|registers";
    private const string ProgrammeRow = "p";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Programmes);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));
    private readonly Involvements _involvements = new(account);
    private readonly Gathered<AwardBrief> _briefs = GatheredIn(account);

    public async Task<Programme?> GetAsync(ProgrammeId id, CancellationToken cancellation) =>
        (await GetAsync(id, ProgrammeRow, StoredJson.Default.Programme, cancellation)).Value;

    public async Task<Programme?> GetVersionAsync(ProgrammeId id, int version, CancellationToken cancellation) =>
        (await GetAsync(id, VersionRow(version), StoredJson.Default.Programme, cancellation)).Value;

    public async Task<PageOf<ProgrammeSummary>> ListAsync(string? after, int size, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, ListPartition, "", after, size, cancellation);
        return page.Select(row => new ProgrammeSummary(
            Identifier.Parse<ProgrammeId>(row.RowKey), row.GetString("Name")!,
            new NamedOrganisation(OrganisationId.Parse(row.GetString("LeadFunder")!), row.GetString("LeadFunderName")!)));
    }

    public Task<PageOf<ProgrammeId>> ListOfAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation) =>
        _involvements.ListAsync(organisation, after, size, cancellation);

    public async Task<PageOf<ProgrammeId>> ListRegistersAsync(string? after, int size, CancellationToken cancellation) =>
        (await Ranges.PageAfterAsync(_table, RegistersPartition, "", after, size, cancellation)).Select(row => Identifier.Parse<ProgrammeId>(row.RowKey));

    public async Task NoteRegisterAsync(ProgrammeId programme, bool published, CancellationToken cancellation)
    {
        if (published)
            await _table.UpsertEntityAsync(new TableEntity(RegistersPartition, programme.Value), TableUpdateMode.Replace, cancellation);
        else
            await _table.DeleteEntityAsync(RegistersPartition, programme.Value, cancellationToken: cancellation);
    }

    public Task<bool> HasAwardAsync(OrganisationId organisation, ProgrammeId programme, CancellationToken cancellation) =>
        _involvements.HasAwardAsync(organisation, programme, cancellation);

    public Task<PageOf<AwardKey>> ListAwardsOfAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation) =>
        _involvements.ListAwardsAsync(organisation, after, size, cancellation);

    public async Task<Programme> PutAsync(Programme programme, CancellationToken cancellation)
    {
        await _involvements.AddAsync(programme.Id, [.. programme.Funders.Select(funder => funder.Id)], hasAward: false, cancellation);
        var stored = await PutAsync(
            programme.Id, ProgrammeRow, VersionRow, version => programme with { Version = version }, StoredJson.Default.Programme, cancellation);
        // The list is written last: a programme that stands in it is always there. Where that failed, storing the same again mends it.
        await PutListedAsync(stored, cancellation);
        return stored;
    }

    public async Task<Award?> GetAwardAsync(ProgrammeId programme, AwardId award, CancellationToken cancellation) =>
        (await GetAsync(programme, Keys.Award(award), StoredJson.Default.Award, cancellation)).Value;

    public async Task<Award?> GetAwardVersionAsync(ProgrammeId programme, AwardId award, int version, CancellationToken cancellation) =>
        (await GetAsync(programme, Keys.AwardVersion(award, version), StoredJson.Default.Award, cancellation)).Value;

    public async Task<PageOf<Award>> ListAwardsAsync(ProgrammeId programme, string? after, int size, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(_table, programme.Value, "a|", after is null ? null : "a|" + after, size, cancellation);
        var awards = new List<Award>(page.Items.Count);
        foreach (var row in page.Items)
            awards.Add(JsonSerializer.Deserialize(await _content.GetAsync(row, cancellation), StoredJson.Default.Award)!);
        return new PageOf<Award>(awards, page.Continuation?[2..]);
    }

    public Task<IReadOnlyList<AwardBrief>> BriefsAsync(ProgrammeId programme, CancellationToken cancellation) => _briefs.AllAsync(programme.Value, cancellation);

    public Task<IReadOnlyList<AwardBrief>> RebuildBriefsAsync(ProgrammeId programme, CancellationToken cancellation) => _briefs.GatherAsync(programme.Value, anew: true, cancellation);

    public async Task<Award> PutAwardAsync(Award award, CancellationToken cancellation)
    {
        await NoteAsync(award, cancellation);
        return await PutAsync(
            award.Programme, Keys.Award(award.Id), version => Keys.AwardVersion(award.Id, version), version => award with { Version = version },
            StoredJson.Default.Award, cancellation, BriefRow.ToEntity);
    }

    public async Task<SetupStanding> StandingAsync(ProgrammeId programme, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(programme.Value, Keys.Head, cancellationToken: cancellation);
        return row.HasValue ? new SetupStanding(row.Value!.ETag.ToString(), RecordRow.HeadOf(row.Value)) : new SetupStanding(null, RecordHead.Empty);
    }

    public async Task<IReadOnlyList<ProfileProposal>> ProposalsAsync(ProgrammeId programme, AwardId award, CancellationToken cancellation)
    {
        var found = new List<ProfileProposal>();
        var prefix = Keys.ProposalsOf(award);
        await foreach (var row in _table.RangeAsync(programme.Value, prefix, Keys.After(prefix), cancellation))
            found.Add(JsonSerializer.Deserialize(await _content.GetAsync(row, cancellation), StoredJson.Default.ProfileProposal)!);
        return found;
    }

    public async Task<bool> TryWriteAsync(SetupWrite write, CancellationToken cancellation)
    {
        var partition = write.Programme.Value;
        var head = new TableEntity(partition, Keys.Head);
        RecordRow.SetHead(head, RecordChain.HeadAfter(write.Entry));
        var entry = RecordRow.ToEntity(partition, Keys.Entry(write.Entry.Number), write.Entry);
        var actions = new List<TableTransactionAction> { TableCalls.WriteOf(head, write.Standing.Guard), new(TableTransactionActionType.Add, entry) };
        if (write.Item is { } item)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, SetupItemRow.ToEntity(item)));
        // The head guards what was read before it: whoever confirms has seen that nobody had.
        if (write.Note is { } note)
            actions.Add(new TableTransactionAction(note.Note.Confirmed is null ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace, ReviewNoteRow.ToEntity(write.Programme, note.Award, note.Note)));
        if (write.Sample is { } drawn)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, await SampleAsync(write.Programme, drawn, cancellation)));
        if (write.Put is { } programme)
        {
            await _involvements.AddAsync(programme.Id, [.. programme.Funders.Select(funder => funder.Id)], hasAward: false, cancellation);
            if (!await AddVersionAsync(actions, partition, ProgrammeRow, VersionRow(programme.Version), programme.Version, JsonSerializer.SerializeToUtf8Bytes(programme, StoredJson.Default.Programme), cancellation))
                return false;
        }
        if (write.PutAward is { } award)
        {
            await NoteAsync(award, cancellation);
            if (!await AddVersionAsync(actions, partition, Keys.Award(award.Id), Keys.AwardVersion(award.Id, award.Version), award.Version, JsonSerializer.SerializeToUtf8Bytes(award, StoredJson.Default.Award), cancellation))
                return false;
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, BriefRow.ToEntity(award)));
        }
        foreach (var proposal in write.Proposals)
        {
            var row = new TableEntity(partition, Keys.Proposal(proposal.Award, proposal.Number)) { ["State"] = proposal.State.ToString() };
            await _content.PutAsync(row, JsonSerializer.SerializeToUtf8Bytes(proposal, StoredJson.Default.ProfileProposal), cancellation);
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        }
        foreach (var paper in write.Papers)
            await PaperRow.AddAsync(actions, paper, _content, cancellation);
        // Where the answer of one's own transaction was lost, its entry is there.
        if (!await _table.TrySubmitAsync(actions, cancellation))
        {
            var stands = await _table.GetEntityIfExistsAsync<TableEntity>(partition, entry.RowKey, cancellationToken: cancellation);
            if (!stands.HasValue || stands.Value!.GetString("Digest") != write.Entry.Digest)
                return false;
        }
        if (write.Put is { } listed)
            await PutListedAsync(listed, cancellation);
        return true;
    }

    private async Task<TableEntity> SampleAsync(ProgrammeId programme, PeriodSample drawn, CancellationToken cancellation)
    {
        var row = SampleRow.ToEntity(programme, drawn.Period, drawn.Sample);
        await _content.PutAsync(row, JsonSerializer.SerializeToUtf8Bytes(drawn.Sample, StoredJson.Default.Sample), cancellation);
        return row;
    }

    /// <summary>The rows of the next version; its number was taken by somebody else where it is not the next.</summary>
    private async Task<bool> AddVersionAsync(
        List<TableTransactionAction> actions, string partition, string key, string versionKey, int version, byte[] json, CancellationToken cancellation)
    {
        var stands = await _table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        if ((stands.HasValue ? stands.Value!.GetInt32("Version")!.Value : 0) != version - 1)
            return false;
        var (now, kept) = (new TableEntity(partition, key) { ["Version"] = version }, new TableEntity(partition, versionKey) { ["Version"] = version });
        await _content.PutAsync(now, json, cancellation);
        await _content.PutAsync(kept, json, cancellation);
        actions.Add(TableCalls.WriteOf(now, stands.HasValue ? stands.Value!.ETag.ToString() : null));
        actions.Add(new TableTransactionAction(TableTransactionActionType.Add, kept));
        return true;
    }

    /// <summary>Notes an award for whom it concerns, before it says so itself.</summary>
    private async Task NoteAsync(Award award, CancellationToken cancellation)
    {
        OrganisationId[] organisations = [award.Provider.Id, .. award.Partners.Select(partner => partner.Id)];
        await _involvements.AddAsync(award.Programme, organisations, hasAward: true, cancellation);
        await _involvements.AddAwardAsync(new AwardKey(award.Programme, award.Id), organisations, cancellation);
    }

    /// <summary>Never puts an older version's name over a newer one's.</summary>
    private async Task PutListedAsync(Programme programme, CancellationToken cancellation)
    {
        var row = new TableEntity(ListPartition, programme.Id.Value)
        {
            ["Name"] = programme.Name,
            ["LeadFunder"] = programme.LeadFunder.Id.Value,
            ["LeadFunderName"] = programme.LeadFunder.Name,
            ["Version"] = programme.Version,
        };
        while (true)
        {
            var listed = await _table.GetEntityIfExistsAsync<TableEntity>(ListPartition, row.RowKey, cancellationToken: cancellation);
            if (listed.HasValue && listed.Value!.GetInt32("Version") >= programme.Version)
                return;
            if (await _table.TryWriteAsync(row, listed.HasValue ? listed.Value!.ETag.ToString() : null, cancellation) is not null)
                return;
        }
    }

    /// <summary>From the awards themselves.</summary>
    private static Gathered<AwardBrief> GatheredIn(StorageAccount account)
    {
        var table = account.Tables.GetTableClient(StorageNames.Programmes);
        var content = new LargeContent(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));
        return new Gathered<AwardBrief>(table, content, BriefRow.Kind, (partition, stop) => table.RangeAsync(partition, "a|", Keys.After("a|"), stop)
            .Select(async (TableEntity row, CancellationToken token) => AwardBrief.Of(JsonSerializer.Deserialize(await content.GetAsync(row, token), StoredJson.Default.Award)!)));
    }

    private static string VersionRow(int version) => $"w|{version:D6}";

    private async Task<(T? Value, int Version, string? Guard, byte[]? Json)> GetAsync<T>(
        ProgrammeId programme, string key, JsonTypeInfo<T> type, CancellationToken cancellation) where T : class
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(programme.Value, key, cancellationToken: cancellation);
        if (!row.HasValue)
            return default;
        var json = await _content.GetAsync(row.Value!, cancellation);
        return (JsonSerializer.Deserialize(json, type), row.Value!.GetInt32("Version")!.Value, row.Value.ETag.ToString(), json);
    }

    /// <summary>Replaces what stands now and adds its version, in one transaction; what is the same as now is not stored again.</summary>
    /// <param name="beside">What lists read of it, as a row; null for nothing.</param>
    private async Task<T> PutAsync<T>(
        ProgrammeId programme, string key, Func<int, string> versionKey, Func<int, T> numbered, JsonTypeInfo<T> type, CancellationToken cancellation,
        Func<T, TableEntity>? beside = null) where T : class
    {
        while (true)
        {
            var (_, version, guard, json) = await GetAsync(programme, key, type, cancellation);
            if (json is not null && JsonSerializer.SerializeToUtf8Bytes(numbered(version), type).AsSpan().SequenceEqual(json))
                return numbered(version);
            var next = numbered(version + 1);
            var bytes = JsonSerializer.SerializeToUtf8Bytes(next, type);
            var now = new TableEntity(programme.Value, key) { ["Version"] = version + 1 };
            var kept = new TableEntity(programme.Value, versionKey(version + 1)) { ["Version"] = version + 1 };
            await _content.PutAsync(now, bytes, cancellation);
            await _content.PutAsync(kept, bytes, cancellation);
            var actions = new List<TableTransactionAction> { TableCalls.WriteOf(now, guard), new(TableTransactionActionType.Add, kept) };
            if (beside is not null)
                actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, beside(next)));
            if (await _table.TrySubmitAsync(actions, cancellation))
                return next;
            // Else somebody stored another version first: read it and try again as the next.
        }
    }
}
