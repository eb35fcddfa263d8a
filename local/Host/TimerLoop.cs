using System.Text.Json;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Host;

/// <summary>When a timer ran last and runs next.</summary>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated);

/// <summary>Runs one timer function by its schedule: never beside itself, and a failed run is not repeated.</summary>
internal sealed class TimerLoop(TimerFunction function, Invoker invoker, FunctionsHostOptions options)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _alone = new(1);
    private TimerStatus? _status;

    public string Name => function.Name;

    private string? StatusFile =>
        options.TimerFolder is { } folder && function.UseMonitor ? Path.Combine(folder, $"{function.Name}.json") : null;

    /// <summary>Recalls when it ran last, so that a run missed while the host was down is made up for.</summary>
    /// <exception cref="CannotStartException">What was kept is damaged.</exception>
    public async Task RecallAsync(CancellationToken cancellation)
    {
        if (StatusFile is not { } file || !File.Exists(file))
            return;
        try
        {
            _status = JsonSerializer.Deserialize<TimerStatus>(await File.ReadAllTextAsync(file, cancellation));
        }
        catch (JsonException)
        {
            throw new CannotStartException($"{file} is damaged: delete it, and the timer {function.Name} starts afresh.");
        }
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (_status is { } known && known.Next <= options.Clock.GetUtcNow())
            await InvokeAsync(isPastDue: true, cancellation);
        while (function.Schedule.Next(options.Clock.GetUtcNow()) is { } next)
        {
            _status = new TimerStatus(_status?.Last ?? default, next, _status?.LastUpdated ?? default);
            while (next - options.Clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait < LongestWait ? wait : LongestWait, options.Clock, cancellation);
            await InvokeAsync(isPastDue: false, cancellation);
        }
    }

    /// <summary>Runs it now, after a run under way.</summary>
    public async Task<bool> InvokeAsync(bool isPastDue, CancellationToken cancellation)
    {
        await _alone.WaitAsync(cancellation);
        try
        {
            var now = options.Clock.GetUtcNow();
            var status = _status ?? new TimerStatus(default, function.Schedule.Next(now) ?? default, default);
            var succeeded = await invoker.InvokeAsync(function, InvocationBody.ForTimer(function, status, isPastDue, now), cancellation);
            _status = new TimerStatus(now, function.Schedule.Next(options.Clock.GetUtcNow()) ?? default, now);
            await WriteStatusAsync(_status, cancellation);
            return succeeded;
        }
        finally
        {
            _alone.Release();
        }
    }

    private async Task WriteStatusAsync(TimerStatus status, CancellationToken cancellation)
    {
        if (StatusFile is not { } file)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file + ".new", JsonSerializer.Serialize(status), cancellation);
        File.Move(file + ".new", file, overwrite: true);
    }
}
