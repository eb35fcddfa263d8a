using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Storage;

/// <summary>Workbooks and manifests as blobs of the container <c>reports</c>. Written to a temporary file first: a blob is there whole or not at all.</summary>
public sealed class ReportFiles(StorageAccount account) : IReportFiles
{
    /// <summary>Returns named by all manifests in memory: some 50 MB.</summary>
    private const int MostEntries = 200_000;

    private readonly BlobContainerClient _container = account.Blobs.GetBlobContainerClient(StorageNames.ReportFiles);

    /// <summary>Manifests never change; a deadline night asks for the newest one again and again.</summary>
    private readonly ConcurrentDictionary<string, Manifest> _manifests = new(StringComparer.Ordinal);

    private static int EntriesOf(Manifest manifest) => manifest.Awards.Count + manifest.Returns.Count + manifest.Earlier.Count;

    public async Task<long> SaveAsync(string name, string contentType, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"monitoring-returns-{Guid.NewGuid():N}");
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose);
        await write(file);
        await file.FlushAsync(cancellation);
        file.Position = 0;
        await _container.GetBlobClient(name).UploadAsync(
            file, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } }, cancellation);
        return file.Length;
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await _container.GetBlobClient(name).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    public async Task<byte[]> ReadAsync(string name, long at, int length, CancellationToken cancellation)
    {
        var part = await _container.GetBlobClient(name).DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(at, length) }, cancellation);
        return part.Value.Content.ToArray();
    }

    public async Task<Manifest> GetManifestAsync(string name, CancellationToken cancellation)
    {
        if (_manifests.TryGetValue(name, out var known))
            return known;
        var blob = await _container.GetBlobClient(name).DownloadContentAsync(cancellation);
        var manifest = Manifest.FromJson(blob.Value.Content.ToMemory().Span);
        if (EntriesOf(manifest) + _manifests.Values.Sum(EntriesOf) > MostEntries)
            _manifests.Clear();
        return _manifests[name] = manifest;
    }
}
