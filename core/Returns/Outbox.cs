using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Returns;

/// <summary>What happened to a return that others must hear of.</summary>
public enum OutboxEvent
{
    DraftStarted,
    Submitted,
    Accepted,
    Reopened,
    MarkedReady,
    SentBack,
    FirstSigned,
    /// <summary>Evidence files came in or left, and wait for <see cref="Evidence.ScanFile"/>.</summary>
    FilesChanged,
    QueryAsked,
    QueryAnswered,
    QueryWithdrawn,
    Acknowledged,
    /// <summary>A funder said what was done about the return's request for help.</summary>
    HelpAnswered,
}

/// <summary>
/// Work that follows from a change, written in the same transaction as the change. It stays until all that follows is done, so that
/// nothing that happened is missed.
/// </summary>
/// <param name="Id">Sorts by time; unique in the programme's period.</param>
/// <param name="Change">The header's <see cref="ReturnHeader.Change"/> that it tells of.</param>
public sealed record OutboxItem(
    string Id, OutboxEvent Event, ReturnKey Key, OrganisationId Provider, ReturnStatus Status, int Revision, long Change, DateTimeOffset At)
{
    /// <summary>An id that sorts by time.</summary>
    public static string NewId(DateTimeOffset at) => $"{at.UtcTicks:D19}|{Guid.NewGuid():N}";
}

/// <summary>Reads and clears the outboxes.</summary>
public interface IOutbox
{
    Task<OutboxItem?> GetAsync(ProgrammeId programme, PeriodId period, string id, CancellationToken cancellation);

    Task DeleteAsync(ProgrammeId programme, PeriodId period, string id, CancellationToken cancellation);

    /// <summary>Items of a period written before a moment that are due to be sent again.</summary>
    IAsyncEnumerable<OutboxItem> DueAsync(ProgrammeId programme, PeriodId period, DateTimeOffset writtenBefore, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Keeps an item from being due until a moment.</summary>
    Task PostponeAsync(OutboxItem item, DateTimeOffset until, CancellationToken cancellation);
}

/// <summary>Asks for what follows from one outbox item.</summary>
public sealed record ApplyProjectionsMessage(ProgrammeId Programme, PeriodId Period, string Outbox);
