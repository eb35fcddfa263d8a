using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MonitoringReturns.Local.Parts;

/// <summary>A program of Node that stands beside the portal and serves on loopback ports.</summary>
internal sealed class NodeProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private NodeProgram(Process process) => _process = process;

    /// <summary>Process id, for measuring it.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts it and waits until it serves.</summary>
    /// <param name="name">What a person calls it, in sentences.</param>
    /// <param name="arguments">The script below <c>local/</c> and what it is told.</param>
    /// <param name="ports">They tell that it serves when all of them answer; none for a script of this project, which says “Ready”.</param>
    /// <param name="input">What it reads on standard input; null for nothing.</param>
    /// <param name="lockFile">A file that stays locked for as long as it lives.</param>
    /// <exception cref="CannotStartException">Node is missing, or it did not start.</exception>
    public static async Task<NodeProgram> StartAsync(
        string name, IReadOnlyList<string> arguments, IReadOnlyList<int> ports, string? input, string? lockFile, Action<string> progress, CancellationToken cancellation)
    {
        await NodePackages.EnsureAsync(ProjectFolder.Local, progress, cancellation);
        var start = new ProcessStartInfo("node", [Path.Combine(ProjectFolder.Local, arguments[0]), .. arguments.Skip(1)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // TERM lets it save what it holds, should this program be killed.
        var process = await ChildProcess.StartAsync(start, "TERM", lockFile);
        var said = new List<string>();
        process.ErrorDataReceived += Hear;
        process.OutputDataReceived += Hear;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();

        var program = new NodeProgram(process);
        try
        {
            await TellAsync(process, input);
            await program.WhenReadyAsync(
                ports.Count > 0 ? () => AnswerAsync(ports, cancellation) : () => Task.FromResult(HasSaid("Ready")),
                () => new CannotStartException($"{name} did not start: {LastOf(said)}."), cancellation);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }

        bool HasSaid(string line)
        {
            lock (said)
                return said.Contains(line, StringComparer.Ordinal);
        }

        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
                return;
            lock (said)
                said.Add(line.Data);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await ChildProcess.EndAsync(_process, EndPatience);
        _process.Dispose();
    }

    private static async Task TellAsync(Process process, string? input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already; what it said on the way is the better answer.
        }
    }

    private async Task WhenReadyAsync(Func<Task<bool>> ready, Func<CannotStartException> failed, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (!await ready())
        {
            if (_process.HasExited)
            {
                // Only this waits for the last lines that it wrote.
                await _process.WaitForExitAsync(cancellation);
                throw failed();
            }
            if (waited.Elapsed > StartPatience)
                throw failed();
            await Task.Delay(25, cancellation);
        }
    }

    private static string LastOf(List<string> lines)
    {
        lock (lines)
            return lines.LastOrDefault(line => line.Length > 0)?.TrimEnd('.') ?? "it said nothing";
    }

    private static async Task<bool> AnswerAsync(IReadOnlyList<int> ports, CancellationToken cancellation)
    {
        try
        {
            foreach (var port in ports)
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            }
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
