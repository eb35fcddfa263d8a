using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// Which partner of a consortium fills in which sections of an award's returns: a working arrangement of the provider, which holds for every period
/// until it is changed. Sections that it doesn't name are the provider's own, and the provider signs the whole.
/// </summary>
public sealed record ConsortiumParts(ProgrammeId Programme, AwardId Award)
{
    public IReadOnlyDictionary<SectionId, OrganisationId> Sections { get => field ?? FrozenDictionary<SectionId, OrganisationId>.Empty; init; }

    /// <summary>The sections that a partner fills in.</summary>
    public IReadOnlySet<SectionId> Of(OrganisationId partner) => Sections.Where(part => part.Value == partner).Select(part => part.Key).ToFrozenSet();

    /// <summary>SHA-256 over all sections and their partners, for the record, lower-case hexadecimal; null where nothing is shared.</summary>
    public string? Digest => Sections.Count == 0
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Sections.OrderBy(part => part.Key.Value, StringComparer.Ordinal).Select(part => $"{part.Key} {part.Value}")))));
}

/// <summary>Knows which partner fills in what.</summary>
public interface IPartsStore
{
    /// <returns>Without sections where nothing was shared.</returns>
    Task<ConsortiumParts> GetAsync(OrganisationId provider, ProgrammeId programme, AwardId award, CancellationToken cancellation);
}
