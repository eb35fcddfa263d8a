using System.Runtime.CompilerServices;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// Who looked at what, in the table <c>looks</c>: a partition a programme and period, a row a day, member, organisation and kind. All that a look
/// says is its key, so that writing it again changes nothing. What it shows is counted in the same transaction, a row a funder and period, and the look is
/// marked as counted.
/// </summary>
public sealed class LookStore(StorageAccount account) : ILookStore
{
    /// <summary>Looks in memory: some 20 MB.</summary>
    private const int MostRemembered = 100_000;

    private const int MostTries = 30;
    private const string Counted = "Counted";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Looks);
    private readonly Lock _lock = new();
    private readonly HashSet<(string Partition, string Row)> _written = [];
    private DateOnly _day;

    public Task AddAsync(ReturnKey key, Look look, CancellationToken cancellation) => AddAsync(Keys.Partition(key), LookRow.KeyOf(key.Award, look), look.Day, cancellation);

    public Task AddAsync(ReturnKey key, Look look, Showing showing, CancellationToken cancellation) => CountAsync(Keys.Partition(key), LookRow.KeyOf(key.Award, look), look, showing, cancellation);

    public Task AddAsync(ReportKey report, IReadOnlyDictionary<PeriodId, Showing> periods, Look look, CancellationToken cancellation) =>
        Task.WhenAll(periods.Select(period => CountAsync(Keys.Partition(report.Programme, period.Key), LookRow.KeyInReport(look), look, period.Value, cancellation)));

    public async Task<IReadOnlyList<ShowingCount>> CountsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        var counts = new List<ShowingCount>();
        await foreach (var row in _table.RangeAsync(Keys.Partition(programme, period), Keys.ShowingCounts, Keys.After(Keys.ShowingCounts), cancellation))
            counts.Add(ShowingCountRow.Read(row));
        return counts;
    }

    public async IAsyncEnumerable<Look> OfAsync(ReturnKey key, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var own = RangeAsync(key, LookRow.PrefixOf(key.Award), cancellation).GetAsyncEnumerator(cancellation);
        await using var reports = RangeAsync(key, LookRow.ReportPrefix, cancellation).GetAsyncEnumerator(cancellation);
        var (hasOwn, hasReport) = (await own.MoveNextAsync(), await reports.MoveNextAsync());
        while (hasOwn || hasReport)
            if (hasOwn && (!hasReport || own.Current.Day >= reports.Current.Day))
            {
                yield return own.Current;
                hasOwn = await own.MoveNextAsync();
            }
            else
            {
                yield return reports.Current;
                hasReport = await reports.MoveNextAsync();
            }
    }

    private async IAsyncEnumerable<Look> RangeAsync(ReturnKey key, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in _table.RangeAsync(Keys.Partition(key), prefix, Keys.After(prefix), cancellation))
            yield return LookRow.Read(row.RowKey, prefix.Length);
    }

    private async Task AddAsync(string partition, string row, DateOnly day, CancellationToken cancellation)
    {
        if (IsKnown(partition, row, day))
            return;
        // Merged, so that what was counted stays marked.
        await _table.UpsertEntityAsync(new TableEntity(partition, row), TableUpdateMode.Merge, cancellation);
        Remember(partition, row, day);
    }

    private async Task CountAsync(string partition, string row, Look look, Showing showing, CancellationToken cancellation)
    {
        var counted = row + Counted;
        if (IsKnown(partition, counted, look.Day))
            return;
        for (var attempt = 1; !await TryCountAsync(partition, row, look.For, showing, cancellation); attempt++)
        {
            if (attempt == MostTries)
                throw new InvalidOperationException($"A look at {partition} could not be counted: others were quicker {MostTries} times.");
            await Task.Delay(Random.Shared.Next(2, 10 * attempt), cancellation);
        }
        Remember(partition, counted, look.Day);
    }

    /// <returns>False where somebody of the same funder was counted at the same time.</returns>
    private async Task<bool> TryCountAsync(string partition, string row, OrganisationId funder, Showing showing, CancellationToken cancellation)
    {
        var (finding, counting) = (_table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation), _table.GetEntityIfExistsAsync<TableEntity>(partition, Keys.ShowingCount(funder), cancellationToken: cancellation));
        var (look, count) = (await finding, await counting);
        if (look.HasValue && look.Value!.ContainsKey(Counted))
            return true;
        return await _table.TrySubmitAsync(
            [
                TableCalls.WriteOf(new TableEntity(partition, row) { [Counted] = true }, look.HasValue ? look.Value!.ETag.ToString() : null),
                TableCalls.WriteOf(ShowingCountRow.Add(partition, funder, count.HasValue ? count.Value : null, showing), count.HasValue ? count.Value!.ETag.ToString() : null),
            ],
            cancellation);
    }

    private void Remember(string partition, string row, DateOnly day)
    {
        lock (_lock)
            if (day == _day)
                _written.Add((partition, row));
    }

    private bool IsKnown(string partition, string row, DateOnly day)
    {
        lock (_lock)
        {
            if (day > _day || _written.Count >= MostRemembered)
            {
                _day = day;
                _written.Clear();
            }
            return _written.Contains((partition, row));
        }
    }
}
