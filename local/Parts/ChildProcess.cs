using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace MonitoringReturns.Local.Parts;

/// <summary>Starts programs that never outlive this one, not even when it is killed without warning, and that Ctrl-C in the terminal does not reach.</summary>
public static class ChildProcess
{
    // The kernel ties the parent's death to the thread that started the child, so that thread must stay: a pooled one may end any time.
    private static readonly BlockingCollection<Action> Starts = StartThread();
    private static readonly string? SetPriv = Find("setpriv");
    private static readonly string? SetSid = Find("setsid");
    private static readonly string? Flock = Find("flock");
    private const int Sigterm = 15;

    /// <summary>Whether there is such a program on the PATH.</summary>
    public static bool Exists(string program) => Find(program) is not null;

    /// <summary>Starts a program.</summary>
    /// <param name="start">What to start; standard output and error should be redirected.</param>
    /// <param name="signalOnParentDeath">The signal the kernel sends it when this program dies: TERM or KILL.</param>
    /// <param name="lockFile">A file that stays locked for as long as the program lives.</param>
    /// <exception cref="FileNotFoundException">There is no such program.</exception>
    public static async Task<Process> StartAsync(ProcessStartInfo start, string signalOnParentDeath, string? lockFile = null)
    {
        var program = Find(start.FileName) ?? throw new FileNotFoundException($"{start.FileName} was not found.", start.FileName);
        if (SetPriv is not null && SetSid is not null)
        {
            // Each of these replaces itself by the next, so the process id stays the program's own.
            string[] locking = lockFile is not null && Flock is not null ? [Flock, "--no-fork", "--nonblock", lockFile] : [];
            string[] before = [SetPriv, "--pdeathsig", signalOnParentDeath, "--", .. locking, program];
            foreach (var (index, argument) in before.Index())
                start.ArgumentList.Insert(index, argument);
            start.FileName = SetSid;
        }
        else
        {
            start.FileName = program;
        }

        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Win32Exception cannot)
            {
                started.SetException(cannot);
            }
        });
        return await started.Task;
    }

    /// <summary>Runs a program to its end and gives all that it said; kills it, with what it started, when cancelled.</summary>
    /// <exception cref="FileNotFoundException">There is no such program.</exception>
    public static async Task<(int ExitCode, string Said)> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What one build tells the programs it starts would mislead another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = await StartAsync(start, "KILL");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Asks a program to end (SIGTERM) and kills it if it has not within <paramref name="patience"/>.</summary>
    public static async Task EndAsync(Process process, TimeSpan patience)
    {
        if (OperatingSystem.IsWindows() || Kill(process.Id, Sigterm) != 0)
            process.Kill(entireProcessTree: true);
        using var enough = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(enough.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>A loopback port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);

    private static string? Find(string program)
    {
        if (Path.IsPathRooted(program))
            return File.Exists(program) ? program : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    private static BlockingCollection<Action> StartThread()
    {
        var starts = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var start in starts.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "starts child processes" }.Start();
        return starts;
    }
}
