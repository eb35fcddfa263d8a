namespace MonitoringReturns.Core.Evidence;

/// <summary>Where a program sends a file to by itself.</summary>
/// <param name="Address">Takes one new file and nothing else; a secret.</param>
public sealed record UploadLink(Uri Address, DateTimeOffset Expires);

/// <summary>Keeps the content of evidence files: in quarantine until they are checked, then for good. What is there is never replaced.</summary>
public interface IFileStore
{
    /// <summary>Lets whoever has the link put one file into quarantine for <see cref="EvidenceFile.UploadTime"/>, by the real clock.</summary>
    Task<UploadLink> LinkAsync(string name, CancellationToken cancellation);

    /// <summary>Puts a file into quarantine; nothing where one is there already.</summary>
    Task ReceiveAsync(string name, Stream content, CancellationToken cancellation);

    /// <summary>Whether quarantine has the file.</summary>
    Task<bool> IsReceivedAsync(string name, CancellationToken cancellation);

    /// <summary>The file in quarantine, whole and seekable, or as much as is enough to see that it is larger than any may be; null where there is none.</summary>
    Task<Stream?> OpenReceivedAsync(string name, CancellationToken cancellation);

    /// <summary>Keeps a file that was found clean; nothing where the same is kept already.</summary>
    /// <exception cref="InvalidDataException">Another is kept under this name.</exception>
    Task KeepAsync(string name, Stream content, string mediaType, string sha256, CancellationToken cancellation);

    /// <summary>A file that is kept; null where there is none.</summary>
    Task<Stream?> OpenKeptAsync(string name, CancellationToken cancellation);

    /// <summary>Takes a file out of quarantine; nothing where there is none.</summary>
    Task DeleteReceivedAsync(string name, CancellationToken cancellation);

    Task DeleteKeptAsync(string name, CancellationToken cancellation);
}
