using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.SpotChecks;

namespace MonitoringReturns.Core.Returns;

/// <summary>What a save writes, all of it or none: the header and the sections it touched.</summary>
/// <param name="HeaderGuard">As it was read; null where there was no header.</param>
/// <param name="Entry">What the record says of it; null where it has an entry for this person and day.</param>
public sealed record DraftWrite(ReturnHeader Header, string? HeaderGuard, IReadOnlyList<DraftSection> Sections, OutboxItem? Outbox, RecordEntry? Entry)
{
    /// <summary>Whether the return may stand elsewhere than before. False where only answers change, as people save many times an hour.</summary>
    public bool Moves { get; init; } = true;

    /// <summary>The evidence files that come into the draft or leave it.</summary>
    public IReadOnlyList<FileWrite> Files { get; init; } = [];

    /// <summary>Queries that are asked, answered or withdrawn, as they stand then.</summary>
    public IReadOnlyList<Query> Queries { get; init; } = [];

    /// <summary>What a funder answers to the newest revision; null for nothing.</summary>
    public AnswerBack? AnswerBack { get; init; }

    /// <summary>What a funder did about a request for help; null for nothing.</summary>
    public HelpNote? Help { get; init; }

    /// <summary>What the check of its evidence came to; null for nothing.</summary>
    public CheckOutcome? Check { get; init; }
}

/// <summary>What a submission writes, all of it or none.</summary>
public sealed record SubmissionWrite(ReturnHeader Header, string? HeaderGuard, StoredRevision Revision, Results Results, OutboxItem Outbox, RecordEntry Entry)
{
    /// <summary>The queries that the revision answers, as they stand then.</summary>
    public IReadOnlyList<Query> Queries { get; init; } = [];
}

/// <summary>Where a return stands, and when it came: what a list needs to be counted and shown.</summary>
/// <param name="Change">The header's <see cref="ReturnHeader.Change"/> that it was last written with.</param>
public sealed record ReturnStanding(AwardId Award, ReturnStatus Status, int Revision, long Change, DateTimeOffset? FirstSubmittedAt, DateTimeOffset? SubmittedAt)
{
    /// <summary>Of a return that nobody has begun.</summary>
    public static ReturnStanding NotStarted(AwardId award) => new(award, ReturnStatus.NotStarted, 0, 0, null, null);
}

/// <summary>Keeps returns: headers, drafts, revisions and results.</summary>
public interface IReturnStore
{
    /// <param name="before">The period whose results are wanted for comparison; null for none.</param>
    Task<ReturnAtWork> LoadAsync(ReturnKey key, PeriodId? before, CancellationToken cancellation);

    /// <returns>False, with nothing written, where the header or a section is no longer as it was read.</returns>
    Task<bool> TrySaveDraftAsync(DraftWrite write, CancellationToken cancellation);

    /// <returns>False, with nothing written, where the header is no longer as it was read.</returns>
    Task<bool> TrySubmitAsync(SubmissionWrite write, CancellationToken cancellation);

    Task<StoredRevision?> GetRevisionAsync(ReturnKey key, int number, CancellationToken cancellation);

    /// <summary>A return's queries, the first first.</summary>
    Task<IReadOnlyList<Query>> QueriesAsync(ReturnKey key, CancellationToken cancellation);

    /// <summary>What funders answered to a return's revisions, the first revision's first.</summary>
    Task<IReadOnlyList<AnswerBack>> AnswersBackAsync(ReturnKey key, CancellationToken cancellation);

    /// <summary>A return's header by itself; null where nothing was begun.</summary>
    Task<ReturnHeader?> GetHeaderAsync(ReturnKey key, CancellationToken cancellation);

    /// <summary>Headers of a period by award, from one award to another, both included.</summary>
    Task<IReadOnlyList<ReturnHeader>> HeadersBetweenAsync(ProgrammeId programme, PeriodId period, AwardId from, AwardId to, CancellationToken cancellation);

    /// <summary>All headers of a period by award.</summary>
    IAsyncEnumerable<ReturnHeader> HeadersAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);

    /// <summary>Where every return of a period stands that was begun, by award: kept together, so that thousands cost what twenty cost. Never behind what was committed.</summary>
    Task<IReadOnlyList<ReturnStanding>> StandingsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);

    /// <summary>Makes them anew from the headers.</summary>
    Task<IReadOnlyList<ReturnStanding>> RebuildStandingsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);

    /// <summary>What the returns of a period count in their newest revisions, from one award to another, both included.</summary>
    IAsyncEnumerable<StoredResults> ResultsBetweenAsync(ProgrammeId programme, PeriodId period, AwardId from, AwardId to, CancellationToken cancellation);

    /// <summary>What every return of a period counts in its newest revision, by award.</summary>
    IAsyncEnumerable<StoredResults> ResultsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);

    /// <summary>All revisions of a period by award and number, superseded ones too.</summary>
    IAsyncEnumerable<StoredRevision> RevisionsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);
}
