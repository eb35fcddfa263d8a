using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Benchmarks.Reading;

/// <summary>A report that is published already. A manifest names every return; all else that a page reads of it is as long for any number.</summary>
internal sealed class ReadyReport(Programme programme, IReadOnlyList<AwardBrief> awards) : IReportStore, IReportFiles
{
    /// <summary>Of every award's return of the last period, and of all before it.</summary>
    private readonly Manifest _manifest = new()
    {
        Programme = programme.Id,
        ProgrammeVersion = programme.Version,
        From = programme.Calendar[^1].Id,
        Period = programme.Calendar[^1].Id,
        Form = programme.Form,
        Rules = Manifest.CurrentRules,
        Cut = 1,
        CutAt = At,
        Periods = [.. programme.Calendar.Select((period, place) => new ManifestPeriod(period.Id, 1, "", place == programme.Calendar.Count - 1))],
        Awards = [.. awards.Select(award => new ManifestAward(award.Id, award.Version))],
        Returns = [.. awards.Select(award => new ManifestEntry(award.Id, programme.Calendar[^1].Id, ReturnStatus.Submitted, 1, "", At, At))],
        Earlier = [.. awards.SelectMany(award => programme.Calendar.SkipLast(1).Select(period => new EarlierEntry(award.Id, period.Id, 1, "")))],
    };

    private static readonly DateTimeOffset At = new(2026, 8, 1, 9, 30, 0, TimeSpan.Zero);

    public Task<(ReportState State, string? Guard)> GetAsync(ReportKey key, CancellationToken cancellation) =>
        Task.FromResult<(ReportState, string?)>((ReportState.None(key) with { LastCut = 1, Published = Published }, "1"));

    private PublishedReport Published => new(1, At, "", "a/manifest.json", "a/consolidated.xlsx", 1, awards.Count, awards.Count, awards.Count, 1, At) { Sheets = [new("Answers", awards.Count)] };

    public Task<string?> TrySaveAsync(ReportState state, string? guard, CancellationToken cancellation) => Task.FromResult<string?>("2");

    public Task<string?> TryPublishAsync(ReportState state, string? guard, CancellationToken cancellation) => Task.FromResult<string?>("2");

    public IAsyncEnumerable<ReportState> EndingWithAsync(ProgrammeId programme, PeriodId to, CancellationToken cancellation) =>
        new[] { ReportState.None(new ReportKey(programme, to, to, null)) with { LastCut = 1, Published = Published } }.ToAsyncEnumerable();

    public Task<PageOf<PublishedReport>> HistoryAsync(ReportKey key, long? before, int size, CancellationToken cancellation) => Task.FromResult(new PageOf<PublishedReport>([Published], null));

    public Task<PublishedReport?> GetPublishedAsync(ReportKey key, long cut, CancellationToken cancellation) => Task.FromResult<PublishedReport?>(null);

    public Task<long> SaveAsync(string name, string contentType, Func<Stream, Task> write, CancellationToken cancellation) => Task.FromResult(0L);

    private readonly (KeptTables List, byte[] Rows) _tables = PageTables.Of(programme, awards);

    public Task<byte[]> ReadAsync(string name, long at, int length, CancellationToken cancellation) => Task.FromResult(_tables.Rows[(int)at..(int)(at + length)]);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation)
    {
        if (name.EndsWith("tables.json", StringComparison.Ordinal))
            return Task.FromResult<Stream?>(new MemoryStream(_tables.List.ToJson()));
        var figure = new GlanceFigure(800, 760, 790, -5);
        var figures = new GlanceFigures(
            Manifest.CurrentRules, programme.Calendar[0].Id, ReturnCounts.None, [.. programme.Indicators.Select(indicator => new IndicatorGlance(indicator.Id, 20, 20, 800, figure, figure, "↓ down"))], [])
        { HasToDate = true };
        return Task.FromResult<Stream?>(new MemoryStream(figures.ToJson()));
    }

    public Task<Manifest> GetManifestAsync(string name, CancellationToken cancellation) => Task.FromResult(_manifest);
}
