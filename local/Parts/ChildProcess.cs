using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MonitoringReturns.Local.Parts;

/// <summary>Starts programs that never outlive this one, not even when it is killed without warning, and that Ctrl-C in the terminal does not reach.</summary>
public static class ChildProcess
{
    // The kernel ties the parent's death to the thread that started the child, so that thread must stay: a pooled one may end any time.
    private static readonly BlockingCollection<Action> Starts = StartThread();
    private static readonly string? SetPriv = Find("setpriv");
    private static readonly string? SetSid = Find("setsid");

    /// <summary>Starts a program.</summary>
    /// <param name="start">What to start; standard output and error should be redirected.</param>
    /// <param name="signalOnParentDeath">The signal the kernel sends it when this program dies: TERM or KILL.</param>
    /// <exception cref="FileNotFoundException">There is no such program.</exception>
    public static async Task<Process> StartAsync(ProcessStartInfo start, string signalOnParentDeath)
    {
        var program = Find(start.FileName) ?? throw new FileNotFoundException($"{start.FileName} was not found.", start.FileName);
        if (SetPriv is not null && SetSid is not null)
        {
            // Each of the two replaces itself by the next, so the process id stays the program's own.
            string[] before = [SetPriv, "--pdeathsig", signalOnParentDeath, "--", program];
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

    /// <summary>A loopback port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

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
