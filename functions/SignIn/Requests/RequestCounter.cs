using System.Collections.Concurrent;
using Azure;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>
/// Counts requests by the minute for all instances together: each takes a block from what is left and uses it up by itself, so that storage is asked
/// once a block. By the real time, also in a demonstration.
/// </summary>
internal sealed partial class RequestCounter(Lazy<LimitStore> store, ILogger<RequestCounter> log)
{
    private const int BlocksInAWindow = 20;
    private const int MostKept = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Left> _left = new(StringComparer.Ordinal);

    /// <summary>Counts one request.</summary>
    /// <returns>How long to wait, where there were too many; else null.</returns>
    public async Task<TimeSpan?> WaitAsync(string key, int most, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var window = new DateTimeOffset(now.Ticks - (now.Ticks % Window.Ticks), TimeSpan.Zero);
        Tidy(window);
        var left = _left.AddOrUpdate(key, _ => new Left(window), (_, known) => known.Window == window ? known : new Left(window));
        if (left.TryUse())
            return null;
        await left.Taking.WaitAsync(cancellation);
        try
        {
            if (left.TryUse() || (!left.IsOver && await TakeAsync(key, left, most, cancellation)))
                return null;
        }
        finally
        {
            left.Taking.Release();
        }
        return window + Window - now;
    }

    private async Task<bool> TakeAsync(string key, Left left, int most, CancellationToken cancellation)
    {
        try
        {
            var got = await store.Value.TakeAsync(key, left.Window, Math.Max(1, most / BlocksInAWindow), most, cancellation);
            left.Add(got);
            return left.TryUse();
        }
        catch (Exception away) when (away is RequestFailedException or AggregateException)
        {
            // Whatever else the request needs of storage fails by itself; what needs none is still answered.
            Uncounted(away.GetType().Name);
            return true;
        }
    }

    /// <summary>Forgets the windows that are over, before there are too many.</summary>
    private void Tidy(DateTimeOffset window)
    {
        if (_left.Count <= MostKept)
            return;
        foreach (var (key, left) in _left)
            if (left.Window != window)
                _left.TryRemove(key, out _);
    }

    [LoggerMessage(LogLevel.Warning, "A request was not counted, storage did not answer ({Error})")]
    private partial void Uncounted(string error);

    /// <summary>What this instance has left of the blocks it took.</summary>
    private sealed class Left(DateTimeOffset window)
    {
        private int _count;

        public DateTimeOffset Window { get; } = window;

        public SemaphoreSlim Taking { get; } = new(1, 1);

        /// <summary>Nothing was left to take: storage need not be asked again.</summary>
        public bool IsOver { get; private set; }

        public bool TryUse()
        {
            while (Volatile.Read(ref _count) is var count and > 0)
                if (Interlocked.CompareExchange(ref _count, count - 1, count) == count)
                    return true;
            return false;
        }

        public void Add(int got)
        {
            IsOver = got == 0;
            Interlocked.Add(ref _count, got);
        }
    }
}
