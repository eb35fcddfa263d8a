using System.Diagnostics;
using System.Security.Cryptography;

namespace MonitoringReturns.Local.Parts;

/// <summary>The programs that come from npm: installed once by the lock file, again only when the lock file changed.</summary>
public static class NodePackages
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(5);

    /// <summary>Makes sure that <c>node_modules</c> of <paramref name="folder"/> is what its lock file says.</summary>
    /// <exception cref="CannotStartException">Node or npm is missing, or npm failed.</exception>
    public static async Task EnsureAsync(string folder, Action<string> progress, CancellationToken cancellation = default)
    {
        if (!ChildProcess.Exists("node"))
            throw new CannotStartException("node was not found: install Node.js 20 or later (on Debian: apt-get install nodejs npm).");
        var lockFile = Path.Combine(folder, "package-lock.json");
        var stamp = Path.Combine(folder, "node_modules", ".installed");
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(lockFile, cancellation)));
        if (await IsInstalledAsync(stamp, wanted, cancellation))
            return;

        using var alone = await OneAtATimeAsync(Path.Combine(folder, "obj"), cancellation);
        if (await IsInstalledAsync(stamp, wanted, cancellation))
            return;

        progress($"Fetching npm packages into {folder} (first run only)...");
        if (!ChildProcess.Exists("npm"))
            throw new CannotStartException("npm was not found: install Node.js 20 or later (on Debian: apt-get install nodejs npm).");
        var (exit, output) = await ChildProcess.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], folder, cancellation);
        if (exit != 0)
            throw new CannotStartException($"npm could not install the packages of {lockFile}: {LastLine(output)} Run 'npm ci' there to see why.");
        await File.WriteAllTextAsync(stamp, wanted, cancellation);
    }

    private static async Task<bool> IsInstalledAsync(string stamp, string wanted, CancellationToken cancellation) =>
        File.Exists(stamp) && string.Equals(await File.ReadAllTextAsync(stamp, cancellation), wanted, StringComparison.Ordinal);

    /// <summary>Two programs may start on a fresh machine at the same time; the second waits for the first one's install.</summary>
    private static async Task<FileStream> OneAtATimeAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, "npm.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < LockPatience)
            {
                await Task.Delay(200, cancellation);
            }
        }
    }

    private static string LastLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no message.";
}
