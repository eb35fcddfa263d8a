using System.Collections.Concurrent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// Which organisation has a part in which programmes and awards, in the table <c>involvements</c>: a partition an organisation with a row a
/// programme, and beside it one with a row an award. Written
/// before the programme or award that says so, and never taken away: more than is true, never less, because what an organisation may see is
/// decided by the programme and award themselves.
/// </summary>
internal sealed class Involvements(StorageAccount account)
{
    private const string Award = "HasAward";

    private const string Awards = "|awards";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Involvements);

    /// <summary>What this instance has written, of many awards in few programmes.</summary>
    private readonly ConcurrentDictionary<(OrganisationId, ProgrammeId, bool), bool> _written = new();

    public Task AddAsync(ProgrammeId programme, IReadOnlyCollection<OrganisationId> organisations, bool hasAward, CancellationToken cancellation) =>
        Task.WhenAll(organisations.Distinct().Select(organisation => AddAsync(programme, organisation, hasAward, cancellation)));

    /// <summary>By id of the programme.</summary>
    public async Task<PageOf<ProgrammeId>> ListAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation) =>
        (await Ranges.PageAfterAsync(_table, organisation.Value, "", after, size, cancellation)).Select(row => Identifier.Parse<ProgrammeId>(row.RowKey));

    /// <summary>Notes an award for its provider and partners. One row each, however many there are of others.</summary>
    public Task AddAwardAsync(AwardKey award, IReadOnlyCollection<OrganisationId> organisations, CancellationToken cancellation) =>
        Task.WhenAll(organisations.Distinct().Select(organisation => _table.UpsertEntityAsync(
            new TableEntity(organisation.Value + Awards, $"{award.Programme}|{award.Award}"), TableUpdateMode.Merge, cancellation)));

    /// <summary>By programme and award.</summary>
    public async Task<PageOf<AwardKey>> ListAwardsAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation) =>
        (await Ranges.PageAfterAsync(_table, organisation.Value + Awards, "", after, size, cancellation)).Select(row => KeyOf(row.RowKey));

    public async Task<bool> HasAwardAsync(OrganisationId organisation, ProgrammeId programme, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(organisation.Value, programme.Value, cancellationToken: cancellation);
        return row.HasValue && row.Value!.GetBoolean(Award) == true;
    }

    private static AwardKey KeyOf(string row)
    {
        var parts = row.Split('|');
        return new AwardKey(Identifier.Parse<ProgrammeId>(parts[0]), Identifier.Parse<AwardId>(parts[1]));
    }

    private async Task AddAsync(ProgrammeId programme, OrganisationId organisation, bool hasAward, CancellationToken cancellation)
    {
        if (_written.ContainsKey((organisation, programme, hasAward)))
            return;
        var row = new TableEntity(organisation.Value, programme.Value);
        if (hasAward)
            row[Award] = true;
        await _table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation);
        _written[(organisation, programme, hasAward)] = true;
    }
}
