using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>Where a return stands. Stored, never worked out anew for a list.</summary>
public enum ReturnStatus
{
    NotStarted,
    Draft,
    ReadyToSign,
    Submitted,
    Queried,
    Resubmitted,
    Accepted,
    Reopened,
    Restated,
}

/// <summary>The state of a return: small, one a return, changed with everything that happens to it.</summary>
/// <param name="Change">Counts every change; the return's ETag.</param>
/// <param name="FormVersion">Fixed when the period was opened.</param>
/// <param name="Revision">The newest submitted revision; 0 before the first.</param>
/// <param name="DraftDiffers">Answers were saved after the newest revision.</param>
public sealed record ReturnHeader(ReturnKey Key, ReturnStatus Status, long Change, int FormVersion, int Revision, bool DraftDiffers)
{
    /// <summary>SHA-256 of the newest revision's canonical JSON, lower-case hexadecimal; null before the first.</summary>
    public string? Digest { get; init; }

    public DateTimeOffset? FirstSubmittedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When the revision came that first restated it after it was last reopened; null where it never was, or was stored before this was.</summary>
    public DateTimeOffset? RestatedAt { get; init; }

    /// <summary>Minutes the newest revision took, as the charity said; null where it didn't.</summary>
    public int? Minutes { get; init; }

    /// <summary>Why it was reopened after it had been accepted, the last time; null where it never was.</summary>
    public string? ReopenedBecause { get; init; }

    /// <summary>SHA-256 of the Idempotency-Key of the newest submission.</summary>
    public string? SubmissionKey { get; init; }

    /// <summary>SHA-256 of what that submission said.</summary>
    public string? SubmissionBody { get; init; }

    /// <summary>That the draft as it stands is ready to sign; null where nobody said so, or it changed since.</summary>
    public ReadyMark? Ready { get; init; }

    /// <summary>That it was sent back and is not ready again; null where it was not.</summary>
    public SentBackMark? SentBack { get; init; }

    /// <summary>The first of two signatures under the draft as it stands; null where there is none.</summary>
    public FirstSignature? FirstSignature { get; init; }

    /// <summary>How many queries were ever asked; the next has the number after it.</summary>
    public int Queries { get; init; }

    /// <summary>How many of them are open: the return is queried while there are any.</summary>
    public int OpenQueries { get; init; }

    /// <summary>What a queried return was, and is again once no query is open; null for any other.</summary>
    public ReturnStatus? QueriedFrom { get; init; }

    /// <summary>When the newest revision was accepted; null where it was not, or was reopened since.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Where the return's record stands.</summary>
    public RecordHead Record { get; init; } = RecordHead.Empty;

    /// <summary>Who changed the draft last as the record says it, which has one entry for a person and day.</summary>
    public MemberId? EditedBy { get; init; }

    /// <summary>The day of that in the United Kingdom.</summary>
    public DateOnly? EditedOn { get; init; }

    /// <summary>Whether the draft says something that no revision says.</summary>
    public bool HasNews => Revision == 0 || DraftDiffers;

    /// <summary>After a change of the draft: what was ready or signed is not what stands there now.</summary>
    public ReturnHeader WithChangedDraft() => this with
    {
        Status = Status is ReturnStatus.NotStarted or ReturnStatus.ReadyToSign ? ReturnStatus.Draft : Status,
        Change = Change + 1,
        DraftDiffers = true,
        Ready = null,
        FirstSignature = null,
    };

    /// <summary>Only what is in, not accepted and not reopened, can be asked about.</summary>
    public bool CanBeQueried => Revision > 0 && Status is ReturnStatus.Submitted or ReturnStatus.Resubmitted or ReturnStatus.Restated or ReturnStatus.Queried;

    /// <summary>A queried return is not: its queries are answered or withdrawn first.</summary>
    public bool CanBeAccepted => CanBeQueried && OpenQueries == 0;

    /// <summary>Since when the provider has waited for the lead funder's answer: a correction starts nothing anew. Null where it waits for none.</summary>
    public DateTimeOffset? WaitsSince => (QueriedFrom ?? Status) switch
    {
        ReturnStatus.Submitted or ReturnStatus.Resubmitted => FirstSubmittedAt,
        ReturnStatus.Restated => RestatedAt ?? SubmittedAt,
        _ => null,
    };

    /// <summary>After the next revision.</summary>
    /// <param name="answered">How many open queries the revision answers.</param>
    /// <param name="at">When it was submitted.</param>
    public ReturnHeader WithRevision(int answered, DateTimeOffset at)
    {
        var was = QueriedFrom ?? Status;
        var next = was is ReturnStatus.Reopened or ReturnStatus.Restated ? ReturnStatus.Restated
            : Revision == 0 ? ReturnStatus.Submitted : ReturnStatus.Resubmitted;
        var left = OpenQueries - answered;
        return this with
        {
            Status = left > 0 ? ReturnStatus.Queried : next,
            QueriedFrom = left > 0 ? next : null,
            OpenQueries = left,
            Revision = Revision + 1,
            FirstSubmittedAt = FirstSubmittedAt ?? at,
            SubmittedAt = at,
            RestatedAt = was == ReturnStatus.Reopened ? at : was == ReturnStatus.Restated ? WaitsSince : RestatedAt,
            DraftDiffers = false,
            Ready = null,
            SentBack = null,
            FirstSignature = null,
            AcceptedAt = null,
        };
    }

    public ReturnHeader WithQuery() => this with { Status = ReturnStatus.Queried, QueriedFrom = QueriedFrom ?? Status, Queries = Queries + 1, OpenQueries = OpenQueries + 1 };

    /// <summary>After a query was answered in words, or withdrawn.</summary>
    public ReturnHeader WithoutQuery() => OpenQueries > 1
        ? this with { OpenQueries = OpenQueries - 1 }
        : this with { OpenQueries = 0, Status = QueriedFrom ?? Status, QueriedFrom = null };

    public ReturnHeader Accepted(DateTimeOffset at) => this with { Status = ReturnStatus.Accepted, AcceptedAt = at };

    public ReturnHeader Reopened(string because) => this with { Status = ReturnStatus.Reopened, ReopenedBecause = because, AcceptedAt = null };

    public static ReturnHeader NotStarted(ReturnKey key, int formVersion) => new(key, ReturnStatus.NotStarted, 0, formVersion, 0, false);
}
