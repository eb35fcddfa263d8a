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
/// says is its key, so that writing it again changes nothing.
/// </summary>
public sealed class LookStore(StorageAccount account) : ILookStore
{
    /// <summary>Looks in memory: some 20 MB.</summary>
    private const int MostRemembered = 100_000;

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Looks);
    private readonly Lock _lock = new();
    private readonly HashSet<(string Partition, string Row)> _written = [];
    private DateOnly _day;

    public Task AddAsync(ReturnKey key, Look look, CancellationToken cancellation) => AddAsync(Keys.Partition(key), LookRow.KeyOf(key.Award, look), look.Day, cancellation);

    public Task AddAsync(ReportKey report, IReadOnlyList<PeriodId> periods, Look look, CancellationToken cancellation) =>
        Task.WhenAll(periods.Select(period => AddAsync(Keys.Partition(report.Programme, period), LookRow.KeyInReport(look), look.Day, cancellation)));

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
        await _table.UpsertEntityAsync(new TableEntity(partition, row), TableUpdateMode.Replace, cancellation);
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
