using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Storage;

/// <summary>
/// What people sent when it could not be done, as blobs of the container <c>kept</c>: a blob a post, by member and an id that nobody can guess. It is
/// protected before it comes here. What has expired is as none.
/// </summary>
public sealed class KeptPostStore(StorageAccount account)
{
    private const string Expires = "expires";

    private readonly BlobContainerClient _container = account.Blobs.GetBlobContainerClient(StorageNames.KeptPosts);

    public async Task AddAsync(MemberId member, string id, byte[] content, DateTimeOffset expires, CancellationToken cancellation) =>
        await BlobOf(member, id).UploadAsync(
            new BinaryData(content),
            new BlobUploadOptions
            {
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Expires] = expires.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) },
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" },
            },
            cancellation);

    /// <returns>Null where the member has none with this id, any more or ever.</returns>
    public async Task<byte[]?> GetAsync(MemberId member, string id, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            var blob = (await BlobOf(member, id).DownloadContentAsync(cancellation)).Value;
            return IsOver(blob.Details.Metadata, now) ? null : blob.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Ids of what a member has, and when each expires; the oldest first.</summary>
    public async Task<IReadOnlyList<(string Id, DateTimeOffset Expires)>> ListAsync(MemberId member, DateTimeOffset now, CancellationToken cancellation)
    {
        var kept = new List<(string Id, DateTimeOffset Expires)>();
        var folder = $"{member}/";
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.Metadata, prefix: folder, cancellationToken: cancellation))
            if (ExpiryOf(blob.Metadata) is { } expires && expires > now)
                kept.Add((blob.Name[folder.Length..], expires));
        return [.. kept.OrderBy(one => one.Expires)];
    }

    public async Task RemoveAsync(MemberId member, string id, CancellationToken cancellation) =>
        await BlobOf(member, id).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>Removes everybody's that have expired.</summary>
    public async Task RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellation))
            if (IsOver(blob.Metadata, now))
                await _container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    private static bool IsOver(IDictionary<string, string> about, DateTimeOffset now) =>
        ExpiryOf(about) is not { } expires || expires <= now;

    private static DateTimeOffset? ExpiryOf(IDictionary<string, string> about) =>
        about.TryGetValue(Expires, out var text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var expires) ? expires : null;

    private BlobClient BlobOf(MemberId member, string id) => _container.GetBlobClient($"{member}/{id}");
}
