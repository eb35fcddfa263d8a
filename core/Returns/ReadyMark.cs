using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Returns;

/// <summary>That a draft is ready to sign, as it stands: any later change of it takes the mark away.</summary>
public sealed record ReadyMark(MemberId By, DateTimeOffset At);

/// <summary>That a signatory sent a draft back to whoever prepares it; kept until it is ready again.</summary>
/// <param name="Note">What to look at, 1 to <see cref="SendBack.MostNoteCharacters"/> characters.</param>
public sealed record SentBackMark(MemberId By, DateTimeOffset At, string Note);

/// <summary>The first of two signatures, kept until the second submits the return, or the draft changes.</summary>
/// <param name="Key">SHA-256 of the idempotency key of the try that made it.</param>
public sealed record FirstSignature(MemberId By, DateTimeOffset At, Signatory Signatory, int? Minutes, string Key);
