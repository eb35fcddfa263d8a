using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Local;

/// <summary>The program as a person runs it.</summary>
public sealed class ProgramTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-returns-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Local_WithUnknownOption_SaysSoWithTheUsage()
    {
        using var local = Start("--prot", "8080");
        await local.Process.WaitForExitAsync();

        Assert.Equal(2, local.Process.ExitCode);
        Assert.StartsWith("\"--prot\" is not an option here.", await local.ErrorsAsync(), StringComparison.Ordinal);
        Assert.Contains("Usage:", await local.ErrorsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Local_WithPortInUse_SaysSoInASentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        using var local = Start("--port", $"{port}");
        await local.Process.WaitForExitAsync();

        Assert.Equal(1, local.Process.ExitCode);
        Assert.Equal($"Port {port} is in use: stop the program that listens there, or choose another with --port.\n", await local.ErrorsAsync());
    }

    [Fact]
    public async Task Local_WithoutNode_SaysWhatToInstall()
    {
        using var local = StartWith(start => start.Environment["PATH"] = _folder, "--port", $"{ChildProcess.FreePort()}");
        await local.Process.WaitForExitAsync();

        Assert.Equal(1, local.Process.ExitCode);
        Assert.Equal("node was not found: install Node.js 20 or later (on Debian: apt-get install nodejs npm).\n", await local.ErrorsAsync());
    }

    [Fact]
    public async Task Local_OnDamagedData_NamesTheFile()
    {
        var file = Path.Combine(_folder, "azurite", "__azurite_db_blob__.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "{\"coll");

        using var local = Start("--port", $"{ChildProcess.FreePort()}", "--data", _folder);
        await local.Process.WaitForExitAsync();

        Assert.Equal(1, local.Process.ExitCode);
        Assert.Equal($"The data folder is damaged: {file} is not whole JSON. Put a copy of the folder back, or move it away to start afresh.\n", await local.ErrorsAsync());
    }

    [Fact]
    public async Task Local_WhenInterrupted_SavesDataAndLeavesNothingRunning()
    {
        var port = ChildProcess.FreePort();
        using var local = Start("--port", $"{port}", "--data", _folder);
        var said = await local.UntilReadyAsync();
        var children = ChildrenOf(local.Process.Id);
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "demo-charity"), new("client_secret", "demo-charity")]);
        using var token = await client.PostAsync(AddressIn(said, "Token endpoint: "), form);
        var discovery = await client.GetStringAsync(new Uri($"{AddressIn(said, "Sign-in provider: ").OriginalString}/.well-known/openid-configuration"));
        // The demonstration's news are sent by the queue, after its last return is in.
        var mail = "";
        await TestApp.UntilAsync(async () => (mail = await client.GetStringAsync(AddressIn(said, "Mail: "))).Contains("accepted", StringComparison.Ordinal));
        var access = JsonNode.Parse(await token.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", access);
        using var answer = await client.GetAsync(new Uri($"http://localhost:{port}/api/v1/programmes"));

        await local.SignalAsync("INT");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, token.StatusCode);
        Assert.Contains(AddressIn(said, "Token endpoint: ").OriginalString, discovery, StringComparison.Ordinal);
        Assert.DoesNotContain("No mail yet", mail, StringComparison.Ordinal);
        Assert.Equal(0, local.Process.ExitCode);
        Assert.Empty(await local.ErrorsAsync());
        Assert.Equal(4, children.Count);
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}")));
        Assert.True(File.Exists(Path.Combine(_folder, "azurite", "__azurite_db_table__.json")));
        Assert.True(File.Exists(Path.Combine(_folder, "provider.port")));
        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(Path.Combine(_folder, "protection.key")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Local_WhenKilled_LeavesNothingRunningAndItsDataCanBeUsed()
    {
        using var local = Start("--port", $"{ChildProcess.FreePort()}", "--data", _folder);
        await local.UntilReadyAsync();
        var children = ChildrenOf(local.Process.Id);

        local.Process.Kill();

        Assert.Equal(4, children.Count);
        await TestApp.UntilAsync(() => children.TrueForAll(child => !Directory.Exists($"/proc/{child}")));
        using var data = await DataFolder.OpenAsync(_folder);
    }

    private static Running Start(params string[] arguments) => StartWith(_ => { }, arguments);

    private static Running StartWith(Action<ProcessStartInfo> change, params string[] arguments)
    {
        // A shell that starts a run of tests in the background has its programs ignore Ctrl-C; env becomes the program, with the signal as in a terminal.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", Path.Combine(AppContext.BaseDirectory, "MonitoringReturns.Local"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.TryAdd("DOTNET_ROOT", Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));
        change(start);
        return new Running(Process.Start(start)!);
    }

    private static Uri AddressIn(IReadOnlyList<string> said, string label) =>
        new(said.Single(line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..]);

    private static List<int> ChildrenOf(int id) =>
        [.. Directory.GetDirectories($"/proc/{id}/task")
            .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(child => int.Parse(child, System.Globalization.CultureInfo.InvariantCulture))];

    private sealed class Running(Process process) : IDisposable
    {
        private readonly Task<string> _errors = process.StandardError.ReadToEndAsync();

        public Process Process => process;

        public Task<string> ErrorsAsync() => _errors;

        /// <summary>What it said until it was ready.</summary>
        public async Task<IReadOnlyList<string>> UntilReadyAsync()
        {
            var said = new List<string>();
            using var patience = new CancellationTokenSource(Patience);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                said.Add(line);
                if (line.StartsWith("Ready: http://localhost:", StringComparison.Ordinal))
                    return said;
            }
            Assert.Fail($"It did not become ready: {await _errors}");
            return said;
        }

        public async Task SignalAsync(string signal)
        {
            using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
            await kill.WaitForExitAsync();
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
        }

        public void Dispose()
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }
}
