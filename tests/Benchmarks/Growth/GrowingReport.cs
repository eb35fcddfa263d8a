using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Benchmarks.Growth;

/// <summary>A whole report as the app builds it, with the time of each part: what they take adds up to the whole.</summary>
internal sealed class GrowingReport(StorageAccount account, string programme)
{
    private static readonly DateTimeOffset CutAt = new(2026, 9, 1, 9, 30, 0, TimeSpan.Zero);

    private readonly CutReport _cuts = new(new ProgrammeStore(account), new FormStore(account), new PeriodStore(account), new ReturnStore(account), new OrganisationStore(account));

    /// <summary>Builds the report in the process that was started for it, after others that the compiler learns from; prints its figures as JSON.</summary>
    public static async Task RunOneAsync(string connectionString, string programme, string warmUp, int rounds)
    {
        var account = StorageAccount.Connect(connectionString);
        var path = Path.Combine(Path.GetTempPath(), $"growth-{Guid.NewGuid():N}.xlsx");
        for (var round = 0; round < 2; round++)
            await new GrowingReport(account, warmUp).BuildAsync(path);
        var report = new GrowingReport(account, programme);
        var all = new List<GrowthFigures>();
        for (var round = 0; round < rounds; round++)
            all.Add(await report.BuildAsync(path));
        File.Delete(path);
        var median = all.OrderBy(one => one.Seconds).ElementAt(all.Count / 2) with { PeakMiB = Figures.MiB(Environment.ProcessId, "VmHWM") };
        Console.WriteLine(JsonSerializer.Serialize(await report.WeighManifestAsync(median)));
    }

    private async Task<GrowthFigures> BuildAsync(string path)
    {
        GC.Collect();
        var (allocated, collected, processor) = (GC.GetTotalAllocatedBytes(), GC.CollectionCount(2), Environment.CpuUsage.TotalTime);
        var (lines, tables) = (0L, 0L);
        var began = Stopwatch.GetTimestamp();
        var cut = await CutAsync();
        var digest = Convert.ToHexStringLower(SHA256.HashData(cut.Manifest.ToJson()));
        var at = Stopwatch.GetTimestamp();
        var cutTook = at - began;
        using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 128 * 1024);
        using var writer = new ConsolidatedWorkbook().Create(file, new ReportProperties("Report", "", "", CutAt));
        var report = new ConsolidatedReport(cut, digest, writer);
        await using var each = _cuts.LinesAsync(cut, default).GetAsyncEnumerator();
        while (await each.MoveNextAsync())
        {
            var read = Stopwatch.GetTimestamp();
            report.Add(each.Current);
            lines += read - at;
            at = Stopwatch.GetTimestamp();
            tables += at - read;
        }
        lines += Stopwatch.GetTimestamp() - at;
        at = Stopwatch.GetTimestamp();
        report.Complete();
        writer.Complete();
        await file.FlushAsync();
        var ended = Stopwatch.GetTimestamp();
        return new GrowthFigures
        {
            Cut = Seconds(cutTook),
            Lines = Seconds(lines),
            Tables = Seconds(tables),
            Complete = Seconds(ended - at),
            Seconds = Seconds(ended - began),
            Processor = (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            AllocatedMiB = (GC.GetTotalAllocatedBytes() - allocated) / 1024d / 1024,
            FullCollections = GC.CollectionCount(2) - collected,
            WorkbookMiB = file.Length / 1024d / 1024,
        };
    }

    /// <summary>What the manifest takes in memory and as a file, and how long each message waits to have it read.</summary>
    private async Task<GrowthFigures> WeighManifestAsync(GrowthFigures growth)
    {
        var cut = await CutAsync();
        var (json, entries) = (cut.Manifest.ToJson(), cut.Manifest.Returns.Count + cut.Manifest.Earlier.Count);
        Weigh(json);
        var (held, read) = Weigh(json);
        GC.KeepAlive(cut);
        return growth with { Entries = entries, EntryBytes = (double)held / entries, EntryJsonBytes = (double)json.Length / entries, ManifestReadMs = read };
    }

    private static (long Held, double Milliseconds) Weigh(byte[] json)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();
        var manifest = Manifest.FromJson(json);
        var read = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(manifest);
        return (held, read);
    }

    private async Task<Cut> CutAsync() =>
        await _cuts.TakeAsync(ReportKey.Of(Identifier.Parse<ProgrammeId>(programme), LargeProgramme.Now), 1, CutAt, default) ?? throw new InvalidOperationException("There is no such period.");

    private static double Seconds(long ticks) => (double)ticks / Stopwatch.Frequency;
}
