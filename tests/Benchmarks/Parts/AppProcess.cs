using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Benchmarks.Parts;

/// <summary>A web program in a process of its own on a free port.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private AppProcess(Process process, int port)
    {
        _process = process;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Milliseconds from the process's start to its first answer.</summary>
    public double Started { get; private set; }

    /// <summary>Milliseconds of processor time until then.</summary>
    public double StartProcessor { get; private set; }

    /// <summary>Starts it and waits for its first answer.</summary>
    public static async Task<AppProcess> StartAsync(IReadOnlyList<string> command, params (string Name, string Value)[] environment)
    {
        var port = ChildProcess.FreePort();
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // A program looks for its settings, and watches them, where it is started.
        if (Path.IsPathRooted(command[0]))
            start.WorkingDirectory = Path.GetDirectoryName(command[0]);
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var started = Stopwatch.GetTimestamp();
        var app = new AppProcess(Process.Start(start)!, port);
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = app.Address };
        while (!await app.AnswersAsync(http))
        {
            if (app._process.HasExited || Stopwatch.GetElapsedTime(started) > StartPatience)
                throw new InvalidOperationException($"{command[^1]} did not start.");
            await Task.Delay(LookEvery);
        }
        app.Started = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        app.StartProcessor = Figures.Processor(app.Id);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await ChildProcess.EndAsync(_process, EndPatience);
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        // A bare connection first: a refused one costs a client much more.
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Address.Port);
        }
        catch (SocketException)
        {
            return false;
        }
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }
}
