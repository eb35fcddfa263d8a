using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MonitoringReturns.Benchmarks.Workbooks;

/// <summary>
/// Writes the same cells as a workbook by our writer and by the Open XML SDK's own SAX writer, and, to compare, only deflates the
/// ready bytes. Each measurement has a process of its own, the ways take turns, and medians are printed.
/// </summary>
internal static class WriterBenchmark
{
    private const int Rounds = 5;
    private static readonly string[] Ways = ["ours", "sdk", "deflate"];

    public static async Task RunAsync()
    {
        foreach (var (rows, columns) in ((int, int)[])[(10_000, 60), (100_000, 30)])
        {
            var results = Ways.ToDictionary(way => way, _ => new List<Measurement>(), StringComparer.Ordinal);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var way in Ways)
                    results[way].Add(await MeasureAsync(way, rows, columns));
            }
            Print(rows, columns, results);
        }
    }

    /// <summary>One measurement, in the process that was started for it.</summary>
    public static void RunOne(string way, int rows, int columns)
    {
        var path = Path.Combine(Path.GetTempPath(), $"writer-{Guid.NewGuid():N}.xlsx");
        try
        {
            Action<int> write = way switch
            {
                "ours" => count => WriterWays.Ours(path, count, columns),
                "sdk" => count => WriterWays.Sdk(path, count, columns),
                "deflate" => count => WriterWays.Deflate(path, WriterWays.ReadyBytes(path, count, columns)),
                _ => throw new ArgumentException($"No way is called '{way}'.", nameof(way)),
            };
            write(200);
            if (way == "deflate")
            {
                var ready = WriterWays.ReadyBytes(path, rows, columns);
                write = _ => WriterWays.Deflate(path, ready);
            }
            GC.Collect();
            Console.WriteLine(JsonSerializer.Serialize(Measure(() => write(rows), path)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Measurement Measure(Action write, string path)
    {
        var before = PeakMegabytes();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        write();
        clock.Stop();
        return new Measurement(
            clock.Elapsed.TotalMilliseconds,
            (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6,
            PeakMegabytes(),
            PeakMegabytes() - before,
            new FileInfo(path).Length / 1e6);
    }

    private static async Task<Measurement> MeasureAsync(string way, int rows, int columns)
    {
        string[] arguments = ["writer-child", way, $"{rows}", $"{columns}"];
        var program = Environment.ProcessPath!;
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            arguments = [typeof(WriterBenchmark).Assembly.Location, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The measurement '{way}' failed with exit code {process.ExitCode}.");
        return JsonSerializer.Deserialize<Measurement>(said)!;
    }

    private static void Print(int rows, int columns, Dictionary<string, List<Measurement>> results)
    {
        var ours = Medians(results["ours"]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows x {columns} columns, medians of {Rounds}"));
        foreach (var way in Ways)
        {
            var median = Medians(results[way]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {way,-8}{median.Milliseconds,9:N0} ms ({median.Milliseconds / ours.Milliseconds:0.0}x ours)"
                + $"{median.ProcessorMilliseconds,9:N0} ms processor ({median.ProcessorMilliseconds / ours.ProcessorMilliseconds:0.0}x)"
                + $"{median.AllocatedMegabytes,10:N1} MB allocated"
                + $"{median.PeakMegabytes,9:N0} MB peak ({median.PeakMegabytes / ours.PeakMegabytes:0.0}x)"
                + $"{median.GrowthMegabytes,9:N0} MB of it by writing{median.FileMegabytes,8:N1} MB file"));
        }
    }

    private static Measurement Medians(List<Measurement> all) => new(
        Median(all, one => one.Milliseconds), Median(all, one => one.ProcessorMilliseconds), Median(all, one => one.AllocatedMegabytes),
        Median(all, one => one.PeakMegabytes), Median(all, one => one.GrowthMegabytes), Median(all, one => one.FileMegabytes));

    private static double Median(List<Measurement> all, Func<Measurement, double> figure) => all.Select(figure).Order().ElementAt(all.Count / 2);

    /// <summary>The most memory the process ever held, as Linux counts it.</summary>
    private static double PeakMegabytes()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    private sealed record Measurement(
        double Milliseconds, double ProcessorMilliseconds, double AllocatedMegabytes, double PeakMegabytes, double GrowthMegabytes, double FileMegabytes);
}
