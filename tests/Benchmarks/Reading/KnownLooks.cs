using MonitoringReturns.Core;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Benchmarks.Reading;

/// <summary>Looks of somebody whose first look of the day has been noted: the store remembers that, and writes nothing.</summary>
internal sealed class KnownLooks : ILookStore
{
    public Task AddAsync(ReturnKey key, Look look, CancellationToken cancellation) => Task.CompletedTask;

    public Task AddAsync(ReturnKey key, Look look, Showing showing, CancellationToken cancellation) => Task.CompletedTask;

    public Task AddAsync(ReportKey report, IReadOnlyDictionary<PeriodId, Showing> periods, Look look, CancellationToken cancellation) => Task.CompletedTask;

    public IAsyncEnumerable<Look> OfAsync(ReturnKey key, CancellationToken cancellation) => AsyncEnumerable.Empty<Look>();

    public Task<IReadOnlyList<ShowingCount>> CountsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ShowingCount>>([]);
}
