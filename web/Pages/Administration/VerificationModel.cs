using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Web.Pages.Administration;

/// <summary>The page that verifies the record of everything.</summary>
/// <param name="Parts">What was verified just now; null: nothing was asked for yet.</param>
/// <param name="Before">What was verified by the pages before this one.</param>
/// <param name="Next">Where to go on; null: that was all.</param>
public sealed record VerificationModel(IReadOnlyList<VerifiedPart>? Parts, VerifiedSoFar Before, string? Next)
{
    /// <summary>All of it, from the first part.</summary>
    public VerifiedSoFar Total => (Parts ?? []).Aggregate(Before, (sum, part) => sum.With(part.Verified));

    public IReadOnlyList<RecordBreak> Breaks => [.. (Parts ?? []).SelectMany(part => part.Verified.Breaks)];
}

/// <summary>How much was verified.</summary>
public sealed record VerifiedSoFar(long Parts, long Chains, long Entries, long Breaks)
{
    public static readonly VerifiedSoFar Nothing = new(0, 0, 0, 0);

    public VerifiedSoFar With(Verified verified) => new(Parts + 1, Chains + verified.Chains, Entries + verified.Entries, Breaks + verified.Breaks.Count);
}
