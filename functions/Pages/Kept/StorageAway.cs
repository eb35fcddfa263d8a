using Azure;

namespace MonitoringReturns.Functions.Pages.Kept;

/// <summary>Tells what storage not answering looks like from what is broken.</summary>
internal static class StorageAway
{
    private const int Throttled = 429;
    private const int TimedOut = 408;
    private const int OwnFault = 500;

    public static bool Is(Exception error) => error switch
    {
        RequestFailedException { Status: 0 or TimedOut or Throttled or >= OwnFault } or TimeoutException => true,
        // A call that took longer than its client waits; where the caller is gone, nobody asks.
        TaskCanceledException => true,
        AggregateException several => several.InnerExceptions.Any(Is),
        _ => error.InnerException is { } inner && Is(inner),
    };
}
