using System.Diagnostics;
using System.Globalization;

namespace MonitoringReturns.Benchmarks.Parts;

/// <summary>What Linux counts of processes, and medians.</summary>
internal static class Figures
{
    private const double TicksPerSecond = 100;

    public static double Median(IEnumerable<double> all)
    {
        var sorted = all.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>A field of a process's status in MiB: VmRSS is what it holds, VmHWM the most it ever held.</summary>
    public static double MiB(int process, string field)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(field + ":", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Milliseconds of processor time that a process has used, its own and the kernel's for it.</summary>
    public static double Processor(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) * 1000 / TicksPerSecond;
    }

    /// <summary>Milliseconds that something took, by the clock and of this process's processor time.</summary>
    public static async Task<Took> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes();
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await work();
        return new Took(Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, (GC.GetTotalAllocatedBytes() - allocated) / 1024d / 1024);
    }

    public static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Milliseconds by the clock and of processor time, and MiB allocated.</summary>
internal sealed record Took(double Clock, double Processor, double Allocated)
{
    public static Took Median(IReadOnlyCollection<Took> all) => new(
        Figures.Median(all.Select(one => one.Clock)), Figures.Median(all.Select(one => one.Processor)), Figures.Median(all.Select(one => one.Allocated)));
}
