using System.Net;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>What a build that takes long says of itself, and that it keeps its lease though others write to its row.</summary>
[EmptyQueues]
[Collection(ReliabilityCollection.Name)]
public sealed class ProgressTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    private const int Awards = 6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Build_ThatTakesLong_SaysHowManyAwardsAreDone(bool markedMeanwhile)
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app, Awards);
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":5,"basedOn":0}}""");
        Assert.Equal(HttpStatusCode.Created, (await test.SubmitAsync("a-0001", saved.Etag!)).Status);
        var account = StorageAccount.Connect(storage.ConnectionString);
        var (key, watched) = (ReportKey.Of(test.Programme, test.Key("a-0001").Period), new Watched(new ReportStore(account), markedMeanwhile));
        var (programmes, forms, periods, returns) = (new ProgrammeStore(account), new FormStore(account), new PeriodStore(account), new ReturnStore(account));
        var build = new ConsolidateReport(
            new CutReport(programmes, forms, periods, returns, new OrganisationStore(account)), watched, new ReportFiles(account), new ConsolidatedWorkbook(), new WorkQueue(account), new Ticking(),
            new ReportPace(TimeSpan.Zero, TimeSpan.FromMinutes(1)));

        await build.RunAsync(ConsolidateReportMessage.ForRevision(test.Programme, key.To, test.Key("a-0001").Award, 1), default);

        // Every look at the clock is more than a second later: after two of them there is something to be told.
        var told = watched.Saved.Select(state => state.Progress).OfType<BuildProgress>().ToList();
        Assert.True(told.Count >= 2, string.Join(", ", told));
        Assert.All(told, progress => Assert.Equal(Awards, progress.Of));
        Assert.Equal(told.Select(progress => progress.Done).Distinct().Order(), told.Select(progress => progress.Done));
        var (state, _) = await watched.GetAsync(key, default);
        Assert.Null(state.Progress);
        Assert.Null(state.LeaseUntil);
        Assert.NotNull(state.Published);
        Assert.Equal(markedMeanwhile ? Watched.Mark : null, state.StaleSince);
    }

    private sealed class Ticking : TimeProvider
    {
        private int _looks;

        public override DateTimeOffset GetUtcNow() => SmallCase.InTime.AddSeconds(1.5 * Interlocked.Increment(ref _looks));
    }

    /// <summary>Keeps what is saved; after the first that says how far it has come, somebody marks the report stale.</summary>
    private sealed class Watched(IReportStore reports, bool mark) : IReportStore
    {
        /// <summary>Later than the cut, so that publishing leaves it.</summary>
        public static readonly DateTimeOffset Mark = SmallCase.InTime.AddDays(1);

        private bool _marked;

        public List<ReportState> Saved { get; } = [];

        public async Task<string?> TrySaveAsync(ReportState state, string? guard, CancellationToken cancellation)
        {
            if (mark && !_marked && Saved.Exists(saved => saved.Progress is not null))
            {
                _marked = true;
                var (found, fresh) = await reports.GetAsync(state.Key, cancellation);
                Assert.NotNull(await reports.TrySaveAsync(found with { StaleSince = Mark }, fresh, cancellation));
            }
            var next = await reports.TrySaveAsync(state, guard, cancellation);
            if (next is not null)
                Saved.Add(state);
            return next;
        }

        public Task<(ReportState State, string? Guard)> GetAsync(ReportKey key, CancellationToken cancellation) => reports.GetAsync(key, cancellation);

        public Task<string?> TryPublishAsync(ReportState state, string? guard, CancellationToken cancellation) => reports.TryPublishAsync(state, guard, cancellation);

        public IAsyncEnumerable<ReportState> EndingWithAsync(ProgrammeId programme, PeriodId to, CancellationToken cancellation) => reports.EndingWithAsync(programme, to, cancellation);

        public Task<PageOf<PublishedReport>> HistoryAsync(ReportKey key, long? before, int size, CancellationToken cancellation) => reports.HistoryAsync(key, before, size, cancellation);

        public Task<PublishedReport?> GetPublishedAsync(ReportKey key, long cut, CancellationToken cancellation) => reports.GetPublishedAsync(key, cut, cancellation);
    }
}
