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

    public static ReturnHeader NotStarted(ReturnKey key, int formVersion) => new(key, ReturnStatus.NotStarted, 0, formVersion, 0, false);
}
