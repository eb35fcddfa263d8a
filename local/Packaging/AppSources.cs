using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Packaging;

/// <summary>The files that the function app is made from.</summary>
internal static class AppSources
{
    private static readonly HashSet<string> OtherRooms = new(StringComparer.Ordinal) { "local", "tests", "docs", "infra", "artifacts", "TestResults" };
    private static readonly HashSet<string> MadeFolders = new(StringComparer.Ordinal) { "bin", "obj", "node_modules" };
    private static readonly string[] RootFiles = ["host.json", "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig"];

    public static string HostJson => Path.Combine(ProjectFolder.Root, "host.json");

    /// <summary>Every function's name and function.json.</summary>
    public static IEnumerable<(string Name, string File)> Functions() =>
        Directory.GetDirectories(Path.Combine(ProjectFolder.Root, "functions"))
            .Select(folder => (Path.GetFileName(folder), Path.Combine(folder, "function.json")))
            .Where(function => File.Exists(function.Item2));

    /// <summary>A digest of names and contents: the same sources, whatever their dates, give the same one.</summary>
    public static async Task<string> DigestAsync(CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files().Order(StringComparer.Ordinal))
        {
            digest.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(ProjectFolder.Root, file) + '\n'));
            digest.AppendData(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellation)));
        }
        return Convert.ToHexString(digest.GetHashAndReset());
    }

    /// <summary>The commit checked out, which the compiler writes into the deployable app; empty without git.</summary>
    public static async Task<string> CommitAsync(CancellationToken cancellation)
    {
        if (!ChildProcess.Exists("git"))
            return "";
        var (exit, said) = await ChildProcess.RunAsync("git", ["rev-parse", "HEAD"], ProjectFolder.Root, cancellation);
        return exit == 0 ? said.Trim() : "";
    }

    private static IEnumerable<string> Files() =>
        Directory.GetDirectories(ProjectFolder.Root)
            .Where(room => Path.GetFileName(room) is var name && !OtherRooms.Contains(name) && !name.StartsWith('.'))
            .SelectMany(FilesUnder)
            .Concat(RootFiles.Select(name => Path.Combine(ProjectFolder.Root, name)).Where(File.Exists));

    private static IEnumerable<string> FilesUnder(string folder) =>
        Directory.GetFiles(folder).Concat(
            Directory.GetDirectories(folder).Where(below => !MadeFolders.Contains(Path.GetFileName(below))).SelectMany(FilesUnder));
}
