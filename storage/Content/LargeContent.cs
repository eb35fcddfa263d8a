using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Content;

/// <summary>
/// Keeps bytes in an entity, packed: up to 512 KiB in as many 64 KiB properties as needed, above that as a blob named by its content and
/// written before the entity. A blob whose entity was never written is harmless: the same content finds it again.
/// </summary>
internal sealed class LargeContent(BlobContainerClient blobs)
{
    private const int Part = 64 * 1024;
    public const int MostInEntity = 512 * 1024;
    private const string BlobProperty = "ContentBlob";

    private static readonly string[] Parts = [.. Enumerable.Range(0, MostInEntity / Part).Select(part => $"Content{part}")];

    /// <param name="most">What may stand in the entity, packed; less than usual where many entities share a transaction.</param>
    public async Task PutAsync(TableEntity entity, ReadOnlyMemory<byte> plain, CancellationToken cancellation, int most = MostInEntity)
    {
        var packed = Packed.Pack(plain.Span);
        if (packed.Length > most)
        {
            entity[BlobProperty] = await PutBlobAsync(packed, cancellation);
            return;
        }
        if (packed.Length <= Part)
        {
            entity[Parts[0]] = packed;
            return;
        }
        for (var (from, part) = (0, 0); from < packed.Length; from += Part, part++)
            entity[Parts[part]] = packed.AsSpan(from, Math.Min(Part, packed.Length - from)).ToArray();
    }

    public async ValueTask<byte[]> GetAsync(TableEntity entity, CancellationToken cancellation)
    {
        if (entity.GetString(BlobProperty) is { } name)
        {
            var blob = await blobs.GetBlobClient(name).DownloadContentAsync(cancellation);
            return Packed.Unpack(blob.Value.Content.ToArray());
        }
        var first = entity.GetBinary(Parts[0]) ?? throw new InvalidDataException($"{entity.PartitionKey} {entity.RowKey} has no content.");
        if (first.Length < Part || !entity.ContainsKey(Parts[1]))
            return Packed.Unpack(first);
        using var all = new MemoryStream();
        foreach (var part in Parts)
            if (entity.GetBinary(part) is { } bytes)
                all.Write(bytes);
        return Packed.Unpack(all.ToArray());
    }

    private async Task<string> PutBlobAsync(byte[] packed, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(packed));
        try
        {
            await blobs.GetBlobClient(name).UploadAsync(
                new BinaryData(packed), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412)
        {
            // The same content is there already.
        }
        return name;
    }
}
