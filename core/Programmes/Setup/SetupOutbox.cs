using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>Work that follows from a change in a programme's partition, written in the same transaction. It stays until all that follows is done.</summary>
/// <param name="Id">Sorts by time; unique in the programme.</param>
/// <param name="About">As the record's entry says it.</param>
/// <param name="Version">Of the programme, or of the award, that the change made; null where it made none.</param>
/// <param name="Done">The award up to which it is done, where all awards are gone through; null for none.</param>
public sealed record SetupItem(string Id, ProgrammeId Programme, Deed Deed, string? About, OrganisationId For, MemberId By, int? Version, DateTimeOffset At, string? Done = null);

/// <summary>Reads and clears what waits in programmes' partitions.</summary>
public interface ISetupOutbox
{
    Task<SetupItem?> GetAsync(ProgrammeId programme, string id, CancellationToken cancellation);

    /// <summary>Notes up to which award an item is done; nothing where it was done as a whole meanwhile.</summary>
    Task NoteDoneAsync(SetupItem item, string award, CancellationToken cancellation);

    Task DeleteAsync(SetupItem item, CancellationToken cancellation);

    /// <summary>A programme's items that were written before a moment and are due to be sent again.</summary>
    IAsyncEnumerable<SetupItem> DueAsync(ProgrammeId programme, DateTimeOffset writtenBefore, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Keeps an item from being due until a moment.</summary>
    Task PostponeAsync(SetupItem item, DateTimeOffset until, CancellationToken cancellation);
}

/// <summary>Asks for what follows from one change of a programme.</summary>
public sealed record FollowSetupMessage(ProgrammeId Programme, string Outbox);
