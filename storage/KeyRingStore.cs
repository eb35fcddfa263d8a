using System.Text;
using Azure.Storage.Blobs;

namespace MonitoringReturns.Storage;

/// <summary>
/// The documents of the data-protection key ring, already encrypted, as blobs of the container <c>keys</c>: a blob a key. The key ring asks for
/// them synchronously.
/// </summary>
public sealed class KeyRingStore(StorageAccount account)
{
    private readonly BlobContainerClient _container = account.Blobs.GetBlobContainerClient(StorageNames.KeyRing);

    public IReadOnlyList<string> ReadAll() =>
        [.. _container.GetBlobs().Select(blob => _container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString())];

    /// <param name="name">The document's own, such as <c>key-</c> and its id; the same name is the same document.</param>
    public void Add(string name, string xml) => _container.GetBlobClient($"{Safe(name)}.xml").Upload(new BinaryData(Encoding.UTF8.GetBytes(xml)), overwrite: true);

    private static string Safe(string name) => string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
}
