using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Host;

/// <summary>Stands in for the Azure Functions host: runs an app in its deployed layout and calls it as Azure would.</summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpMessageInvoker _http;
    private readonly Handler _handler;
    private readonly WebApplication _front;
    private readonly IReadOnlyList<TimerLoop> _timers;
    private readonly Task _events;

    private FunctionsHost(HttpMessageInvoker http, Handler handler, WebApplication front, int port, IReadOnlyList<QueueListener> queues, IReadOnlyList<TimerLoop> timers)
    {
        _http = http;
        _handler = handler;
        _front = front;
        _timers = timers;
        BaseAddress = new Uri($"http://localhost:{port}");
        _events = Task.WhenAll([.. queues.Select(queue => UntilStoppedAsync(queue.RunAsync)), .. timers.Select(timer => UntilStoppedAsync(timer.RunAsync))]);
        Stopped = StopWithHandlerAsync();
    }

    public Uri BaseAddress { get; }

    /// <summary>The handler's process id now; it changes with every restart.</summary>
    public int HandlerProcessId => _handler.ProcessId;

    /// <summary>Completes, with a sentence, when the handler failed three times within thirty minutes and the host stops.</summary>
    public Task<string> Stopped { get; }

    /// <summary>Starts the app and waits until it answers.</summary>
    /// <exception cref="CannotStartException">A setting is refused, the port is in use, or the app does not start.</exception>
    public static async Task<FunctionsHost> StartAsync(FunctionsHostOptions options, CancellationToken cancellation = default)
    {
        var app = AppFolder.Read(Path.GetFullPath(options.AppFolder));
        var port = options.Port == 0 ? ChildProcess.FreePort() : options.Port;
        var http = Proxy.CreateClient();
        var handler = await Handler.StartAsync(app, options, http, cancellation);
        try
        {
            var invoker = new Invoker(handler, http, options, options.FunctionTimeout ?? app.Settings.FunctionTimeout);
            var queues = app.Functions.OfType<QueueFunction>().Select(function => new QueueListener(function, app.Settings.Queues, invoker, options)).ToList();
            await Task.WhenAll(queues.Select(queue => queue.CreateQueueAsync(cancellation)));
            var timers = app.Functions.OfType<TimerFunction>().Select(function => new TimerLoop(function, invoker, options)).ToList();
            await Task.WhenAll(timers.Select(timer => timer.RecallAsync(cancellation)));
            var front = await HttpFront.StartAsync(app, port, new Proxy(handler, http, options).ForwardAsync, cancellation);
            return new FunctionsHost(http, handler, front, port, queues, timers);
        }
        catch
        {
            await handler.DisposeAsync();
            http.Dispose();
            throw;
        }
    }

    /// <summary>Kills the handler without warning, as the platform does; it is started again and no error is counted.</summary>
    public Task KillHandlerAsync() => _handler.KillAsync();

    /// <summary>Waits until the handler answers (again).</summary>
    public Task WhenReadyAsync(CancellationToken cancellation = default) => _handler.WhenReadyAsync(cancellation);

    /// <summary>Runs a timer function now and says whether it succeeded.</summary>
    public Task<bool> InvokeTimerAsync(string functionName, CancellationToken cancellation = default) =>
        _timers.Single(timer => timer.Name == functionName).InvokeAsync(isPastDue: false, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _handler.DisposeAsync();
        await _events;
        await _front.DisposeAsync();
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task<string> StopWithHandlerAsync()
    {
        if (await Task.WhenAny(_handler.GaveUp, _events) == _events && _events.IsFaulted)
            await _events;
        var sentence = await _handler.GaveUp;
        await _stopping.CancelAsync();
        await _front.StopAsync(CancellationToken.None);
        return sentence;
    }

    private async Task UntilStoppedAsync(Func<CancellationToken, Task> run)
    {
        try
        {
            await run(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }
}
