using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>What somebody decided about a return as they found it.</summary>
/// <param name="Header">As it shall be; null where it is done already: the first try had arrived after all.</param>
/// <param name="About">What the record says it is about; null: the newest revision.</param>
internal sealed record Decision(ReturnHeader? Header, OutboxEvent Event, Deed Deed, OrganisationId For, string? About = null)
{
    public Query? Query { get; init; }

    public AnswerBack? AnswerBack { get; init; }

    public static readonly Decision Done = new(null, default, default, default);
}

/// <summary>
/// Decides on a return as it stands, and anew where somebody was quicker. So a decision is refused for what happened to what it is about, and never
/// because a draft was saved beside it, which the one who decides may not even know of.
/// </summary>
public sealed class DecideOnReturn(FindReturn find, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    private const int MostTries = 8;

    internal async Task<Outcome<ReturnHeader>> RunAsync(
        ReturnKey key, Caller caller, Func<FoundReturn, DateTimeOffset, Task<Outcome<Decision>>> decide, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = await find.RunAsync(key, caller, cancellation);
            if (found.Value is not { } current)
                return found.Problem!;
            var now = clock.GetUtcNow();
            var decided = await decide(current, now);
            if (decided.Value is not { } decision)
                return decided.Problem!;
            if (decision.Header is not { } header)
                return current.Header;
            var done = new Done(now, caller.Id, decision.For, decision.Deed, decision.About ?? Revision.NameOf(header.Revision), header.Digest, header.Digest);
            var saved = await ReturnChange.SaveAsync(current, header, decision.Event, done, find, returns, queue, cancellation, decision.Query, decision.AnswerBack);
            if (saved.Problem?.Refusal != Catalogue.ReturnChanged)
                return saved;
        }
        return new Problem(Catalogue.Busy, "Many people are at this return at this moment. Try again.");
    }
}

/// <summary>What happened to a return while somebody read it, in a sentence: who, when and what.</summary>
internal static class Meanwhile
{
    /// <summary>Null where the revision that was read is still the newest.</summary>
    public static Problem? RevisedSince(FoundReturn current, int revision) => current.Header.Revision == revision ? null
        : new Problem(
            Catalogue.RevisedMeanwhile,
            revision < 1 || revision > current.Header.Revision ? $"There is no revision {revision} of this return. Read it again."
            : $"{current.Award.Provider.Name} sent revision {current.Header.Revision} on {At(current.Header.SubmittedAt)}, and you had opened revision {revision}. Nothing was done: read what changed, then decide.");

    /// <summary>When the lead funder accepted it.</summary>
    public static string Accepted(FoundReturn current) =>
        current.Header.AcceptedAt is { } at ? $"{current.Programme.LeadFunder.Name} accepted this return on {At(at)}." : $"{current.Programme.LeadFunder.Name} has accepted this return.";

    public static string At(DateTimeOffset? at) =>
        at is { } moment ? UkTime.Local(moment).ToString("d MMMM yyyy 'at' h:mm", System.Globalization.CultureInfo.InvariantCulture) + UkTime.Local(moment).ToString("tt", System.Globalization.CultureInfo.InvariantCulture).ToLowerInvariant() : "";
}
