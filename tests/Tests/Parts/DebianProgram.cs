using System.Diagnostics;

namespace MonitoringReturns.Tests.Parts;

/// <summary>A program of Debian's that tests need. Where it is missing it is installed, if this is root; else the test fails and says what to install.</summary>
internal static class DebianProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly SemaphoreSlim OneInstallation = new(1, 1);

    /// <returns>The program's path.</returns>
    public static async Task<string> FindAsync(string program, string package)
    {
        await OneInstallation.WaitAsync();
        try
        {
            if (Find(program) is { } found)
                return found;
            await InstallAsync(package);
            return Find(program) ?? throw new InvalidOperationException($"{program} is missing: run 'apt-get install {package}'.");
        }
        finally
        {
            OneInstallation.Release();
        }
    }

    public static async Task<(int Code, string Said)> RunAsync(string program, TimeSpan patience, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        using var timer = new CancellationTokenSource(patience);
        var output = process.StandardOutput.ReadToEndAsync(timer.Token);
        var errors = process.StandardError.ReadToEndAsync(timer.Token);
        try
        {
            await process.WaitForExitAsync(timer.Token);
            return (process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException stopped)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Path.GetFileName(program)} took longer than {patience.TotalMinutes:0} minutes.", stopped);
        }
    }

    private static async Task InstallAsync(string package)
    {
        if (!Environment.IsPrivilegedProcess || Find("apt-get") is not { } installer)
            return;
        await RunAsync(installer, Patience, "update");
        await RunAsync(installer, Patience, "install", "-y", "--no-install-recommends", package);
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin")
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
