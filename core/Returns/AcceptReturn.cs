using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Returns;

/// <summary>The lead funder accepts a return, for all funders. From then on it changes only after it was reopened.</summary>
public sealed class AcceptReturn(FindReturn find, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    /// <param name="expectedChange">The state of the return that was read.</param>
    public async Task<Outcome<ReturnHeader>> RunAsync(ReturnKey key, long expectedChange, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (expectedChange != current.Header.Change)
            return ReturnChange.Stale(current);
        if (current.Header.Revision == 0 || current.Header.Status is ReturnStatus.Accepted or ReturnStatus.Reopened)
            return new Problem(Catalogue.NotToBeAccepted, "Only a return that was submitted, and not reopened since, can be accepted; this one is accepted already, or not in yet.");
        return await ReturnChange.SaveAsync(current, current.Header with { Status = ReturnStatus.Accepted }, OutboxEvent.Accepted, returns, queue, clock, cancellation);
    }
}
