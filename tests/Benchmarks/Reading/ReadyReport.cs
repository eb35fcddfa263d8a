using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Glance;

namespace MonitoringReturns.Benchmarks.Reading;

/// <summary>A report that is published already. What a page reads of it is as long for any number of returns.</summary>
internal sealed class ReadyReport(Programme programme) : IReportStore, IReportFiles
{
    private static readonly DateTimeOffset At = new(2026, 8, 1, 9, 30, 0, TimeSpan.Zero);

    public Task<(ReportState State, string? Guard)> GetAsync(ReportKey key, CancellationToken cancellation) =>
        Task.FromResult<(ReportState, string?)>((ReportState.None(key) with { LastCut = 1, Published = new PublishedReport(1, At, "", "a/manifest.json", "a/consolidated.xlsx", 1, 1, 1, 1, 1, At) }, "1"));

    public Task<string?> TrySaveAsync(ReportState state, string? guard, CancellationToken cancellation) => Task.FromResult<string?>("2");

    public Task<string?> TryPublishAsync(ReportState state, string? guard, CancellationToken cancellation) => Task.FromResult<string?>("2");

    public IAsyncEnumerable<ReportState> EndingWithAsync(ProgrammeId programme, PeriodId to, CancellationToken cancellation) => AsyncEnumerable.Empty<ReportState>();

    public Task<PageOf<PublishedReport>> HistoryAsync(ReportKey key, long? before, int size, CancellationToken cancellation) => Task.FromResult(new PageOf<PublishedReport>([], null));

    public Task<PublishedReport?> GetPublishedAsync(ReportKey key, long cut, CancellationToken cancellation) => Task.FromResult<PublishedReport?>(null);

    public Task<long> SaveAsync(string name, string contentType, Func<Stream, Task> write, CancellationToken cancellation) => Task.FromResult(0L);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation)
    {
        var figure = new GlanceFigure(800, 760, 790, -5);
        var figures = new GlanceFigures(
            Manifest.CurrentRules, programme.Calendar[0].Id, ReturnCounts.None, [.. programme.Indicators.Select(indicator => new IndicatorGlance(indicator.Id, 20, 20, 800, figure, figure, "↓ down"))], [])
        { HasToDate = true };
        return Task.FromResult<Stream?>(new MemoryStream(figures.ToJson()));
    }

    public Task<Manifest> GetManifestAsync(string name, CancellationToken cancellation) => throw new NotSupportedException("No page reads a manifest.");
}
