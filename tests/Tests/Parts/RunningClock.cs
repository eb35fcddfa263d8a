using System.Diagnostics;

namespace MonitoringReturns.Tests.Parts;

/// <summary>A clock that shows a moment of the test's choice and runs on from there.</summary>
internal sealed class RunningClock(DateTimeOffset start)
{
    private readonly Stopwatch _run = Stopwatch.StartNew();
    private TimeSpan _skipped;

    public DateTimeOffset Now => start + _skipped + _run.Elapsed;

    public void Skip(TimeSpan time) => _skipped += time;
}
