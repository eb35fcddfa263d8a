using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Returns;

/// <summary>What is not finished around a draft, and would not be part of it were it signed now.</summary>
/// <param name="Files">Evidence files that are being sent or checked, by name.</param>
/// <param name="Parts">Parts whose partner has not said that they are done.</param>
public sealed record StillOpen(IReadOnlyList<string> Files, IReadOnlyList<PartOfReturn> Parts)
{
    public static readonly StillOpen Nothing = new([], []);
}

/// <summary>Finds what is still open around a draft.</summary>
public sealed class FindStillOpen(ShareParts shareParts, IEvidenceStore evidence, TimeProvider clock)
{
    /// <param name="current">A return of the caller's provider.</param>
    public async Task<StillOpen> OfAsync(FoundReturn current, Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var files = current.Version.Questions.Any(question => question is EvidenceQuestion) ? await evidence.OfAsync(current.Key, null, cancellation) : [];
        var parts = current.Award.Partners.Count > 0 ? (await shareParts.ReadAsync(current.Key, caller, cancellation)).Value?.Parts ?? [] : [];
        return new StillOpen(
            [.. files.Select(stored => stored.File).Where(file => file.State != FileState.Clean && file.HoldsPlaceAt(now)).OrderBy(file => file.At).Select(file => file.Name)],
            [.. parts.Where(part => part is { Partner: not null, Done: null })]);
    }
}
