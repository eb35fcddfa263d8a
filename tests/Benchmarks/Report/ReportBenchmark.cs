using System.Globalization;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Benchmarks.Report;

/// <summary>
/// The consolidated report of 1,000 and 10,000 returns of sixty answers, against the least that must be done for it. The two take turns in
/// one process; memory is measured in processes of their own.
/// </summary>
internal static class ReportBenchmark
{
    private const int WarmUps = 2;

    public static async Task RunAsync(int rounds)
    {
        await using var azurite = await Azurite.StartAsync(null, line => Console.Error.WriteLine(line));
        var account = StorageAccount.Connect(azurite.ConnectionString);
        await account.CreateAllAsync();
        Figures.Line($"| returns | ours, s | floor, s | ours ÷ floor | ours, processor s | floor, processor s | ours ÷ floor, processor | peak memory, MiB | workbook, MiB | SHA-256 |");
        Figures.Line($"|---|---|---|---|---|---|---|---|---|---|");
        foreach (var awards in (int[])[1_000, 10_000])
        {
            var name = $"report-{awards}";
            var programme = await LargeProgramme.CreateAsync(account, name, awards);
            await programme.FileAllAsync(awards);
            await CompareAsync(azurite.ConnectionString, new ReportWays(account, name), name, awards, rounds);
        }
        await BreakDownAsync(new ReportWays(account, "report-10000"), rounds);
    }

    /// <summary>One report in the process that was started for it; prints the most memory it took.</summary>
    public static async Task RunOneAsync(string connectionString, string name)
    {
        var path = TemporaryFile();
        await new ReportWays(StorageAccount.Connect(connectionString), name).OursAsync(path);
        File.Delete(path);
        Figures.Line($"{Figures.MiB(Environment.ProcessId, "VmHWM")}");
    }

    private static async Task CompareAsync(string connectionString, ReportWays ways, string name, int awards, int rounds)
    {
        var path = TemporaryFile();
        await ways.OursAsync(path);
        var digest = ReportWays.DigestOf(path);
        var size = new FileInfo(path).Length / 1024d / 1024;
        var parts = await ReportWays.PartsAsync(path);
        var (ours, floor) = (new List<Took>(), new List<Took>());
        for (var round = 0; round < rounds + WarmUps; round++)
        {
            var our = await Figures.TimeAsync(() => ways.OursAsync(path));
            var least = await Figures.TimeAsync(() => ways.FloorAsync(parts, path));
            if (round < WarmUps)
                continue;
            ours.Add(our);
            floor.Add(least);
        }
        File.Delete(path);
        var peaks = new List<double>();
        for (var round = 0; round < 3; round++)
            peaks.Add(double.Parse(await OwnProcess.RunAsync("report-child", connectionString, name), CultureInfo.InvariantCulture));
        var (mine, bare) = (Took.Median(ours), Took.Median(floor));
        Figures.Line($"| {awards:N0} | {mine.Clock / 1000:0.00} | {bare.Clock / 1000:0.00} | {mine.Clock / bare.Clock:0.00} | {mine.Processor / 1000:0.00} | {bare.Processor / 1000:0.00} | {mine.Processor / bare.Processor:0.00} | {Figures.Median(peaks):N0} | {size:0.0} | {digest[..16]} |");
    }

    /// <summary>Each step alone, with what it needs ready in memory.</summary>
    private static async Task BreakDownAsync(ReportWays ways, int rounds)
    {
        var path = TemporaryFile();
        await ways.OursAsync(path);
        var parts = await ReportWays.PartsAsync(path);
        var cut = await ways.CutAsync();
        var stored = await ways.RevisionsAsync();
        var lines = await ways.LinesAsync(cut);
        (string Step, Func<Task> Work)[] steps =
        [
            ("cut: headers and awards, read and joined", ways.CutAsync),
            ("read the pages of awards, headers and revisions, no more", ways.ReadAsync),
            ("read revisions and unpack them", ways.RevisionsAsync),
            ("parse revisions, digests checked", () => Now(() => Parse(stored, cut))),
            ("work out the tables", () => Now(() => Tables(cut, lines, new CountingWriter()))),
            ("work out the tables and write the workbook, deflated", () => Now(() => Workbook(cut, lines, path))),
            ("deflate the workbook's bytes, no more", () => Now(() => ReportWays.Deflate(parts, path))),
        ];
        Figures.Line($"");
        Figures.Line($"| step of 10,000 returns, alone | ms | processor ms | allocated, MiB |");
        Figures.Line($"|---|---|---|---|");
        foreach (var (step, work) in steps)
        {
            var all = new List<Took>();
            for (var round = 0; round < rounds + 1; round++)
                all.Add(await Figures.TimeAsync(work));
            var median = Took.Median(all[1..]);
            Figures.Line($"| {step} | {median.Clock:N0} | {median.Processor:N0} | {median.Allocated:N0} |");
        }
        File.Delete(path);
    }

    private static Task Now(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static void Parse(List<StoredRevision> stored, Cut cut)
    {
        foreach (var revision in stored)
            RevisionJson.Read(revision, cut.Last.Version);
    }

    private static void Tables(Cut cut, List<ReportLine> lines, Core.Reporting.Tables.IReportWriter writer)
    {
        var report = new ConsolidatedReport(cut, "", writer);
        foreach (var line in lines)
            report.Add(line);
        report.Complete();
        writer.Complete();
    }

    private static void Workbook(Cut cut, List<ReportLine> lines, string path)
    {
        using var file = File.Create(path, 128 * 1024);
        using var writer = new ConsolidatedWorkbook().Create(file, new ReportProperties("Report", "", "", cut.Manifest.CutAt));
        Tables(cut, lines, writer);
    }

    private static string TemporaryFile() => Path.Combine(Path.GetTempPath(), $"report-{Guid.NewGuid():N}.xlsx");
}
