using System.IO.Compression;
using System.Security.Cryptography;

namespace MonitoringReturns.Local.Packaging;

/// <summary>The zip that is deployed. The same layout always gives the same bytes.</summary>
public static class Package
{
    private const int RegularFile = 0x8000;
    private const int MayExecute = 0x1ED; // rwxr-xr-x
    private const int MayRead = 0x1A4; // rw-r--r--
    private static readonly DateTimeOffset AnyTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the zip and says its SHA-256.</summary>
    /// <param name="program">The file that Azure must be able to execute.</param>
    public static async Task<string> WriteAsync(AppLayout layout, string zipFile, string program, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(zipFile))!);
        var unfinished = zipFile + ".new";
        await using (var stream = File.Create(unfinished))
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, file) in Files(layout.Folder))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = AnyTime;
                entry.ExternalAttributes = (RegularFile | (name == program ? MayExecute : MayRead)) << 16;
                await using var to = await entry.OpenAsync(cancellation);
                await using var from = File.OpenRead(file);
                await from.CopyToAsync(to, cancellation);
            }
        File.Move(unfinished, zipFile, overwrite: true);
        await using var written = File.OpenRead(zipFile);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellation));
    }

    private static IEnumerable<(string Name, string File)> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), file))
            .OrderBy(entry => entry.Item1, StringComparer.Ordinal);
}
