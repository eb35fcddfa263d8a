using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Programmes;

/// <summary>A programme as lists show it.</summary>
public sealed record ProgrammeSummary(ProgrammeId Id, string Name, NamedOrganisation LeadFunder);

/// <summary>An award by its programme.</summary>
public readonly record struct AwardKey(ProgrammeId Programme, AwardId Award);

/// <summary>Keeps programmes and their awards. Every stored version of either stays readable, so that a report can be made again.</summary>
public interface IProgrammeStore
{
    Task<Programme?> GetAsync(ProgrammeId id, CancellationToken cancellation);

    /// <summary>A programme as it stood at a version.</summary>
    Task<Programme?> GetVersionAsync(ProgrammeId id, int version, CancellationToken cancellation);

    /// <summary>A page of all programmes, by id.</summary>
    /// <param name="after">The id that the page before ended with; null for the first page.</param>
    Task<PageOf<ProgrammeSummary>> ListAsync(string? after, int size, CancellationToken cancellation);

    /// <summary>The programmes that an organisation has a part in, as funder, provider or partner, by id.</summary>
    /// <param name="after">The id that the page before ended with; null for the first page.</param>
    Task<PageOf<ProgrammeId>> ListOfAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation);

    /// <summary>A page of the programmes whose register was published, by id. A projection: whether it still is, the programme says.</summary>
    /// <param name="after">The id that the page before ended with; null for the first page.</param>
    Task<PageOf<ProgrammeId>> ListRegistersAsync(string? after, int size, CancellationToken cancellation);

    /// <summary>Notes that a programme's register is published, or is no more; twice without harm.</summary>
    Task NoteRegisterAsync(ProgrammeId programme, bool published, CancellationToken cancellation);

    /// <summary>Whether an organisation is, or was, provider or partner of an award in a programme.</summary>
    Task<bool> HasAwardAsync(OrganisationId organisation, ProgrammeId programme, CancellationToken cancellation);

    /// <summary>The awards of which an organisation is, or was, provider or partner, by programme and award.</summary>
    /// <param name="after">Programme and award, <c>|</c> between them, that the page before ended with; null for the first page.</param>
    Task<PageOf<AwardKey>> ListAwardsOfAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation);

    /// <summary>Stores a programme as its next version; storing what is already there changes nothing.</summary>
    Task<Programme> PutAsync(Programme programme, CancellationToken cancellation);

    Task<Award?> GetAwardAsync(ProgrammeId programme, AwardId award, CancellationToken cancellation);

    /// <summary>An award as it stood at a version.</summary>
    Task<Award?> GetAwardVersionAsync(ProgrammeId programme, AwardId award, int version, CancellationToken cancellation);

    /// <summary>A page of the programme's awards as they stand now, by id.</summary>
    /// <param name="after">The id that the page before ended with; null for the first page.</param>
    Task<PageOf<Award>> ListAwardsAsync(ProgrammeId programme, string? after, int size, CancellationToken cancellation);

    /// <summary>All awards of a programme by id, of each only what lists show: kept together, so that thousands cost what twenty cost. Never behind what was stored.</summary>
    Task<IReadOnlyList<AwardBrief>> BriefsAsync(ProgrammeId programme, CancellationToken cancellation);

    /// <summary>Makes them anew from the awards.</summary>
    Task<IReadOnlyList<AwardBrief>> RebuildBriefsAsync(ProgrammeId programme, CancellationToken cancellation);

    /// <summary>Stores an award as its next version; storing what is already there changes nothing.</summary>
    Task<Award> PutAwardAsync(Award award, CancellationToken cancellation);
}
