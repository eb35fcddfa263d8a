using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Downloads;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Storage;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>All answers, asked for and made, killed before every call to storage on the way: asked for again, they are made, once and whole.</summary>
public sealed class KilledDownloadTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    [Fact]
    public async Task Answers_KilledBeforeAnyCall_AreMadeWhenAskedForAgain()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app, awards: 1);
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":5,"basedOn":0}}""");
        Assert.Equal(HttpStatusCode.Created, (await test.SubmitAsync("a-0001", saved.Etag!)).Status);
        var deaths = 0;
        for (var call = 1; ; call++)
        {
            var clock = new Later(call);
            var key = ReportKey.Of(test.Programme, test.Key("a-0001").Period) with { Content = ReportContent.Answers };
            var before = (await new Making(StorageAccount.Connect(storage.ConnectionString), clock).Reports.HistoryAsync(key, null, 100, default)).Items.Count;
            var transport = new MortalTransport(call, afterTheCall: false);
            try
            {
                await new Making(StorageAccount.Connect(storage.ConnectionString, transport), clock).LiveAsync(key);
            }
            catch (Exception) when (transport.Died)
            {
                // What came of it is seen below.
            }
            // What died holds its lease and its request until their time is over.
            var healthy = new Making(StorageAccount.Connect(storage.ConnectionString), new Later(call, minutes: 5));
            await healthy.LiveAsync(key);

            var (state, _) = await healthy.Reports.GetAsync(key, default);
            Assert.Equal((null, null), (state.LeaseUntil, state.Progress));
            var manifest = await healthy.Files.GetManifestAsync(state.Published!.ManifestFile, default);
            Assert.True(RowCheck.Of(state.Published, manifest, 2).Agrees);
            Assert.Equal([new SheetRows("Answers", 1)], state.Published.Sheets.Take(1));
            await using var file = await healthy.Files.OpenAsync(state.Published.WorkbookFile, default);
            Assert.Equal(state.Published.Bytes, file!.Length);
            Assert.InRange((await healthy.Reports.HistoryAsync(key, null, 100, default)).Items.Count - before, 1, 2);
            if (!transport.Died)
                break;
            deaths++;
        }
        // Fewer would mean that the way was not walked.
        Assert.InRange(deaths, 10, 60);
    }

    /// <summary>Each round is an hour after the one before.</summary>
    private sealed class Later(int round, int minutes = 0) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => SmallCase.InTime.AddHours(round).AddMinutes(minutes);
    }

    /// <summary>What asks for a report and makes it, over one account.</summary>
    private sealed class Making
    {
        private readonly ConsolidateReport _make;
        private readonly TimeProvider _clock;
        private readonly AskForReport _ask;

        public Making(StorageAccount account, TimeProvider clock)
        {
            _clock = clock;
            var (programmes, forms, periods, returns, queue) = (new ProgrammeStore(account), new FormStore(account), new PeriodStore(account), new ReturnStore(account), new WorkQueue(account));
            (Reports, Files) = (new ReportStore(account), new ReportFiles(account));
            _ask = new AskForReport(programmes, Reports, queue, clock);
            _make = new ConsolidateReport(
                new CutReport(programmes, forms, periods, returns, new OrganisationStore(account)), Reports, Files, new ConsolidatedWorkbook(), queue, clock, new ReportPace(TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        }

        public ReportStore Reports { get; }

        public ReportFiles Files { get; }

        /// <summary>Asks, and does what the message then says that has to be done.</summary>
        public async Task LiveAsync(ReportKey key)
        {
            var asked = await _ask.RunAsync(new NamedReport(key.Programme, key.To, null, null, null, key.Content), new Caller(Samples.Ann, OrganisationId.Parse("GB-LAE-NTT"), Samples.Everywhere(Roles.Officer)), default);
            Assert.Null(asked.Problem);
            await _make.RunAsync(ConsolidateReportMessage.ForMoment(key, _clock.GetUtcNow()), default);
        }
    }
}
