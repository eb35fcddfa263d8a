namespace MonitoringReturns.Functions.Pages.Kept;

/// <summary>Whoever sent a page with answers is not left waiting for a storage that does not answer: after nine seconds they are told, with what they typed.</summary>
internal sealed class Patience(RequestDelegate next)
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(9);

    public async Task InvokeAsync(HttpContext http)
    {
        if (!KeepsPosts.Of(http))
        {
            await next(http);
            return;
        }
        var caller = http.RequestAborted;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(caller);
        waiting.CancelAfter(Most);
        http.RequestAborted = waiting.Token;
        try
        {
            await next(http);
        }
        catch (OperationCanceledException late) when (waiting.IsCancellationRequested && !caller.IsCancellationRequested)
        {
            throw new TimeoutException("Storage took too long.", late);
        }
        finally
        {
            http.RequestAborted = caller;
        }
    }
}
