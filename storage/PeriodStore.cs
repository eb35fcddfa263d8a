using System.Collections.Concurrent;
using Azure;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// The registry of opened periods in the table <c>periods</c>: a partition a programme, a row a period. What was fixed when a period was opened
/// never changes, so rows are kept in memory once read.
/// </summary>
public sealed class PeriodStore(StorageAccount account) : IPeriodStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Periods);
    private readonly ConcurrentDictionary<(ProgrammeId, PeriodId), OpenedPeriod> _known = new();

    public async Task<OpenedPeriod?> GetAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        if (_known.TryGetValue((programme, period), out var known))
            return known;
        return await GetNewestAsync(programme, period, cancellation);
    }

    public async Task<OpenedPeriod?> GetNewestAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(programme.Value, period.Value, cancellationToken: cancellation);
        return row.HasValue ? Remember(FromEntity(row.Value!)) : null;
    }

    public async Task ExtendAsync(ProgrammeId programme, PeriodId period, DateTimeOffset sweepUntil, bool closesAgain, CancellationToken cancellation)
    {
        while (await GetNewestAsync(programme, period, cancellation) is { } stands && (stands.SweepUntil < sweepUntil || (closesAgain && stands.CloseHandled)))
        {
            var row = new TableEntity(programme.Value, period.Value) { ["SweepUntil"] = stands.SweepUntil < sweepUntil ? sweepUntil : stands.SweepUntil };
            if (closesAgain)
                row["CloseHandled"] = false;
            await _table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
        }
    }

    public async Task<OpenedPeriod> OpenAsync(OpenedPeriod period, CancellationToken cancellation)
    {
        var row = new TableEntity(period.Programme.Value, period.Period.Value)
        {
            ["FormVersion"] = period.FormVersion,
            ["OpenedAt"] = period.OpenedAt,
            ["SweepUntil"] = period.SweepUntil,
            ["CloseHandled"] = period.CloseHandled,
        };
        if (period.Before is { } before)
            row["Before"] = before.Value;
        if (await _table.TryAddAsync(row, cancellation))
            return Remember(period);
        var stands = await _table.GetEntityAsync<TableEntity>(period.Programme.Value, period.Period.Value, cancellationToken: cancellation);
        return Remember(FromEntity(stands.Value));
    }

    public async Task<PageOf<OpenedPeriod>> ListAsync(string? continuation, int size, CancellationToken cancellation) =>
        (await Ranges.PageAsync(_table, filter: null, continuation, size, cancellation)).Select(FromEntity);

    public async Task MarkCloseHandledAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        var row = new TableEntity(programme.Value, period.Value) { ["CloseHandled"] = true };
        await _table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
        if (_known.TryGetValue((programme, period), out var known))
            Remember(known with { CloseHandled = true });
    }

    private OpenedPeriod Remember(OpenedPeriod period) => _known[(period.Programme, period.Period)] = period;

    private static OpenedPeriod FromEntity(TableEntity row) =>
        new(Identifier.Parse<ProgrammeId>(row.PartitionKey), Identifier.Parse<PeriodId>(row.RowKey), row.GetInt32("FormVersion")!.Value,
            row.GetString("Before") is { } before ? Identifier.Parse<PeriodId>(before) : null,
            row.GetDateTimeOffset("OpenedAt")!.Value, row.GetDateTimeOffset("SweepUntil")!.Value, row.GetBoolean("CloseHandled")!.Value);
}
