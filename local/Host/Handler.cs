using System.Diagnostics;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Host;

/// <summary>The custom handler: keeps one process of the app running, and says where it listens.</summary>
internal sealed class Handler : IAsyncDisposable
{
    private const int StopsForGood = 0;
    private const int WantsRestart = 200;
    private const int ErrorsAllowed = 3;
    private static readonly TimeSpan ErrorsCountFor = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PingEvery = TimeSpan.FromMilliseconds(25);

    private readonly AppFolder _app;
    private readonly FunctionsHostOptions _options;
    private readonly HttpMessageInvoker _http;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<string> _gaveUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<DateTimeOffset> _errors = new();
    private volatile TaskCompletionSource<Uri> _ready = NotReady();
    private volatile Run? _run;
    private volatile string _lastErrorLine = "";
    private Task _running = Task.CompletedTask;

    private Handler(AppFolder app, FunctionsHostOptions options, HttpMessageInvoker http)
    {
        _app = app;
        _options = options;
        _http = http;
    }

    /// <summary>Completes, with a sentence, when the handler failed so often that the host stops.</summary>
    public Task<string> GaveUp => _gaveUp.Task;

    public int ProcessId => (_run ?? throw new InvalidOperationException("The handler is not running.")).Process.Id;

    /// <summary>Where it listens now; null while it is down.</summary>
    public Uri? Address => _ready.Task is { IsCompletedSuccessfully: true, Result: var address } ? address : null;

    public static async Task<Handler> StartAsync(AppFolder app, FunctionsHostOptions options, HttpMessageInvoker http, CancellationToken cancellation)
    {
        var handler = new Handler(app, options, http);
        handler._running = handler.KeepRunningAsync();
        var ready = handler.WhenReadyAsync(cancellation);
        try
        {
            await await Task.WhenAny(ready, handler._running);
            if (!ready.IsCompletedSuccessfully)
                throw new CannotStartException(handler.GaveUp.IsCompletedSuccessfully ? await handler.GaveUp : "The function app ended before it answered.");
            return handler;
        }
        catch
        {
            await handler.DisposeAsync();
            throw;
        }
    }

    public Task<Uri> WhenReadyAsync(CancellationToken cancellation) => _ready.Task.WaitAsync(cancellation);

    /// <summary>Kills the process without warning, as the platform does; it is started again and no error is counted.</summary>
    public async Task KillAsync()
    {
        if (_run is not { } run)
            return;
        run.KilledOnPurpose = true;
        if (_ready.Task.IsCompleted)
            _ready = NotReady();
        run.Process.Kill();
        await run.Ended.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private static TaskCompletionSource<Uri> NotReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task KeepRunningAsync()
    {
        var again = true;
        while (again && !_stopping.IsCancellationRequested)
        {
            var port = ChildProcess.FreePort();
            using var process = await StartProcessAsync(port);
            var run = new Run(process);
            _run = run;
            try
            {
                if (await AnswersAsync(process, port))
                    _ready.TrySetResult(new Uri($"http://127.0.0.1:{port}"));
                else
                    GiveUpOn(process);
                await process.WaitForExitAsync(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                // The real host's shutdown is a kill too: no signal to prepare, no drain.
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
            _run = null;
            if (_ready.Task.IsCompleted)
                _ready = NotReady();
            run.Ended.SetResult();
            again = !_stopping.IsCancellationRequested && (run.KilledOnPurpose || StartsAgainAfter(process.ExitCode));
        }
    }

    private void GiveUpOn(Process process)
    {
        Say(process.HasExited ? "The function app ended before it answered." : $"The function app did not answer within {StartPatience.TotalSeconds:0} seconds.");
        process.Kill();
    }

    private bool StartsAgainAfter(int exitCode)
    {
        if (exitCode == WantsRestart)
            return true;
        if (exitCode == StopsForGood)
        {
            Say("The function app ended with exit code 0; the host does not start it again.");
            return false;
        }

        var now = _options.Clock.GetUtcNow();
        _errors.Enqueue(now);
        while (now - _errors.Peek() > ErrorsCountFor)
            _errors.Dequeue();
        if (_errors.Count < ErrorsAllowed)
        {
            Say($"The function app ended with exit code {exitCode}; starting it again.");
            return true;
        }
        var last = _lastErrorLine.Length == 0 ? "" : $" Its last error: {_lastErrorLine}";
        _gaveUp.TrySetResult($"The function app failed {ErrorsAllowed} times within 30 minutes (last exit code {exitCode}), so the host stops.{last}");
        return false;
    }

    private async Task<Process> StartProcessAsync(int port)
    {
        var start = new ProcessStartInfo(_app.Executable)
        {
            WorkingDirectory = _app.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Host images set these two for themselves, and the handler inherits them.
        start.Environment["ASPNETCORE_URLS"] = "http://+:80";
        start.Environment["ASPNETCORE_CONTENTROOT"] = AppContext.BaseDirectory;
        // A framework-dependent program must find the runtime that runs this one.
        start.Environment.TryAdd("DOTNET_ROOT", Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));
        start.Environment["AzureWebJobsStorage"] = _options.StorageConnectionString;
        foreach (var (name, value) in _options.Settings)
            start.Environment[name] = value;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = $"{Guid.NewGuid()}";
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = _app.Folder;

        var process = await ChildProcess.StartAsync(start, signalOnParentDeath: "KILL");
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) _options.Log(new HostLine(FromHandler: true, IsError: false, line.Data)); };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                return;
            if (line.Data.Length > 0)
                _lastErrorLine = line.Data;
            _options.Log(new HostLine(FromHandler: true, IsError: true, line.Data));
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<bool> AnswersAsync(Process process, int port)
    {
        var address = new Uri($"http://127.0.0.1:{port}/");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        patience.CancelAfter(StartPatience);
        while (!process.HasExited)
        {
            try
            {
                using var ping = new HttpRequestMessage(HttpMethod.Get, address) { Version = new Version(1, 1) };
                using var answer = await _http.SendAsync(ping, patience.Token);
                return true;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            catch (OperationCanceledException) when (!_stopping.IsCancellationRequested)
            {
                return false;
            }
            await Task.Delay(PingEvery, _stopping.Token);
        }
        return false;
    }

    private void Say(string text) => _options.Log(new HostLine(FromHandler: false, IsError: true, text));

    private sealed class Run(Process process)
    {
        public Process Process { get; } = process;

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool KilledOnPurpose { get; set; }
    }
}
