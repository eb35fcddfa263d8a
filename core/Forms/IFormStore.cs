using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Forms;

/// <summary>Keeps form versions. A stored version never changes.</summary>
public interface IFormStore
{
    /// <summary>The version, or null where there is none.</summary>
    Task<FormVersion?> GetAsync(FormId form, int version, CancellationToken cancellation);

    /// <summary>The numbers of a form's versions, from the first; none where there is no such form.</summary>
    Task<IReadOnlyList<int>> VersionsAsync(FormId form, CancellationToken cancellation);

    /// <summary>The document as it was stored, byte for byte; null where there is none.</summary>
    Task<ReadOnlyMemory<byte>?> GetDocumentAsync(FormId form, int version, CancellationToken cancellation);

    /// <summary>Stores a version, with its entry in the form's record. Storing the same document again changes nothing.</summary>
    /// <param name="by">Who adds it.</param>
    /// <param name="for">The organisation that they act for; null where there is none.</param>
    /// <exception cref="FormDefinitionException">The document is no form definition, or another one has this number.</exception>
    Task AddAsync(ReadOnlyMemory<byte> document, MemberId by, OrganisationId? @for, CancellationToken cancellation);
}
