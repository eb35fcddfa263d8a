using System.Diagnostics;

namespace MonitoringReturns.Benchmarks.Parts;

/// <summary>Runs a part of a benchmark in a process of its own.</summary>
internal static class OwnProcess
{
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            arguments = [typeof(OwnProcess).Assembly.Location, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"The part '{arguments[^1]}' failed with exit code {process.ExitCode}.");
    }
}
