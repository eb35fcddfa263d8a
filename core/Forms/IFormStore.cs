namespace MonitoringReturns.Core.Forms;

/// <summary>Keeps form versions. A stored version never changes.</summary>
public interface IFormStore
{
    /// <summary>The version, or null where there is none.</summary>
    Task<FormVersion?> GetAsync(FormId form, int version, CancellationToken cancellation);

    /// <summary>The document as it was stored, byte for byte; null where there is none.</summary>
    Task<ReadOnlyMemory<byte>?> GetDocumentAsync(FormId form, int version, CancellationToken cancellation);

    /// <summary>Stores a version. Storing the same document again changes nothing.</summary>
    /// <exception cref="FormDefinitionException">The document is no form definition, or another one has this number.</exception>
    Task AddAsync(ReadOnlyMemory<byte> document, CancellationToken cancellation);
}
