using System.Diagnostics;
using System.Globalization;
using System.IO.Packaging;
using System.Text.Json;

namespace MonitoringReturns.Benchmarks.Workbooks;

/// <summary>
/// Writes the same cells as a workbook by our writer and by the Open XML SDK's own SAX writer (as it comes, and deflating as
/// little as ours does), and, to compare, only deflates the
/// ready bytes. Each measurement has a process of its own, the ways take turns, and medians of processor time and peak memory are printed.
/// </summary>
internal static class WriterBenchmark
{
    private const int Rounds = 5;
    private static readonly string[] Ways = ["ours", "sdk", "sdk-fast", "deflate"];

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
            var ready = way == "deflate" ? WriterWays.ReadyBytes(path, rows, columns) : [];
            Action write = way switch
            {
                "ours" => () => WriterWays.Ours(path, rows, columns),
                "sdk" => () => WriterWays.Sdk(path, rows, columns, CompressionOption.Normal),
                "sdk-fast" => () => WriterWays.Sdk(path, rows, columns, CompressionOption.SuperFast),
                "deflate" => () => WriterWays.Deflate(path, ready),
                _ => throw new ArgumentException($"No way is called '{way}'.", nameof(way)),
            };
            Console.WriteLine(JsonSerializer.Serialize(Measure(write, path)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Memory is taken from the first, cold writing; the warm time from the last of some more.</summary>
    private static Measurement Measure(Action write, string path)
    {
        var before = PeakMegabytes();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cold = Time(write);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var peak = PeakMegabytes();
        Time(write);
        return new Measurement(cold, Time(write), allocated / 1e6, peak, peak - before, new FileInfo(path).Length / 1e6);
    }

    /// <summary>Milliseconds of processor time: other programs on the machine don't count.</summary>
    private static double Time(Action write)
    {
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        write();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
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
                $"  {way,-9}{median.Cold,8:N0} ms cold ({median.Cold / ours.Cold:0.0}x){median.Warm,8:N0} ms warm ({median.Warm / ours.Warm:0.0}x)"
                + $"{median.Allocated,9:N1} MB allocated{median.Peak,7:N0} MB peak ({median.Peak / ours.Peak:0.0}x)"
                + $"{median.Growth,7:N0} MB of it by writing ({median.Growth / ours.Growth:0.0}x){median.File,7:N1} MB file"));
        }
    }

    private static Measurement Medians(List<Measurement> all) => new(
        Median(all, one => one.Cold), Median(all, one => one.Warm), Median(all, one => one.Allocated),
        Median(all, one => one.Peak), Median(all, one => one.Growth), Median(all, one => one.File));

    private static double Median(List<Measurement> all, Func<Measurement, double> figure) => all.Select(figure).Order().ElementAt(all.Count / 2);

    /// <summary>The most memory the process ever held, as Linux counts it.</summary>
    private static double PeakMegabytes()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    /// <summary>Milliseconds and megabytes.</summary>
    private sealed record Measurement(
        double Cold, double Warm, double Allocated, double Peak, double Growth, double File);
}
