using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using MonitoringReturns.Core.Evidence;

namespace MonitoringReturns.Storage;

/// <summary>
/// Evidence files as blobs: containers <c>quarantine</c> and <c>evidence</c>. Every write is create-only, also one by a link: it is signed for one name and may create,
/// neither read nor replace nor delete.
/// </summary>
/// <param name="clock">The real one, also in a demonstration: the service knows no other.</param>
public sealed class FileStore(StorageAccount account, TimeProvider clock) : IFileStore
{
    private const string Digest = "sha256";

    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan KeyTime = TimeSpan.FromHours(2);

    private readonly BlobContainerClient _quarantine = account.Blobs.GetBlobContainerClient(StorageNames.Quarantine);
    private readonly BlobContainerClient _evidence = account.Blobs.GetBlobContainerClient(StorageNames.Evidence);
    private UserDelegationKey? _key;

    public async Task<UploadLink> LinkAsync(string name, CancellationToken cancellation)
    {
        var blob = _quarantine.GetBlobClient(name);
        var expires = clock.GetUtcNow() + EvidenceFile.UploadTime;
        var signed = new BlobSasBuilder(BlobSasPermissions.Create, expires)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        // An emulator has a key; in Azure the app signs as itself.
        if (blob.CanGenerateSasUri)
            return new UploadLink(blob.GenerateSasUri(signed), expires);
        var address = new BlobUriBuilder(blob.Uri) { Sas = signed.ToSasQueryParameters(await KeyAsync(cancellation), account.Blobs.AccountName) };
        return new UploadLink(address.ToUri(), expires);
    }

    public Task ReceiveAsync(string name, Stream content, CancellationToken cancellation) =>
        TryCreateAsync(_quarantine.GetBlobClient(name), content, new BlobUploadOptions(), cancellation);

    public async Task<bool> IsReceivedAsync(string name, CancellationToken cancellation) => await _quarantine.GetBlobClient(name).ExistsAsync(cancellation);

    public async Task<Stream?> OpenReceivedAsync(string name, CancellationToken cancellation)
    {
        BlobDownloadStreamingResult blob;
        try
        {
            blob = await _quarantine.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
        using (blob)
        {
            var path = Path.Combine(Path.GetTempPath(), $"monitoring-returns-{Guid.NewGuid():N}");
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose);
            try
            {
                await CopyAsync(blob.Content, file, cancellation);
                file.Position = 0;
                return file;
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        }
    }

    public async Task KeepAsync(string name, Stream content, string mediaType, string sha256, CancellationToken cancellation)
    {
        var blob = _evidence.GetBlobClient(name);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = mediaType }, Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Digest] = sha256 } };
        if (await TryCreateAsync(blob, content, options, cancellation))
            return;
        var kept = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        if (!kept.Value.Metadata.TryGetValue(Digest, out var digest) || !string.Equals(digest, sha256, StringComparison.Ordinal))
            throw new InvalidDataException($"Another file is kept under the name {name}.");
    }

    public async Task<Stream?> OpenKeptAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await _evidence.GetBlobClient(name).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteReceivedAsync(string name, CancellationToken cancellation) => await _quarantine.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);

    public async Task DeleteKeptAsync(string name, CancellationToken cancellation) => await _evidence.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);

    private static async Task<bool> TryCreateAsync(BlobClient blob, Stream content, BlobUploadOptions options, CancellationToken cancellation)
    {
        options.Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await blob.UploadAsync(content, options, cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>No more than shows that a file is too large.</summary>
    private static async Task CopyAsync(Stream from, Stream to, CancellationToken cancellation)
    {
        var buffer = new byte[128 * 1024];
        int read;
        while (to.Length <= FileKind.MostBytes && (read = await from.ReadAsync(buffer, cancellation)) > 0)
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
    }

    /// <summary>What the app signs with as itself, asked for anew before it ends. Two at once ask twice.</summary>
    private async Task<UserDelegationKey> KeyAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_key is { } known && known.SignedExpiresOn > now + EvidenceFile.UploadTime + Skew)
            return known;
        return _key = await account.Blobs.GetUserDelegationKeyAsync(now - Skew, now + KeyTime, cancellation);
    }
}
