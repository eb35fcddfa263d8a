using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>The lead funder accepts a return, for all funders. From then on it changes only after it was reopened.</summary>
public sealed class AcceptReturn(FindReturn find, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    /// <param name="expectedChange">The state of the return that was read.</param>
    public async Task<Outcome<ReturnHeader>> RunAsync(ReturnKey key, long expectedChange, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.MayAccept)
            return current.Access.WhyNot("An officer of the lead funder accepts returns.");
        if (expectedChange != current.Header.Change)
            return ReturnChange.Stale(current);
        if (current.Header.Revision == 0 || current.Header.Status is ReturnStatus.Accepted or ReturnStatus.Reopened)
            return new Problem(Catalogue.NotToBeAccepted, "Only a return that was submitted, and not reopened since, can be accepted; this one is accepted already, or not in yet.");
        return await ReturnChange.SaveAsync(current, current.Header with { Status = ReturnStatus.Accepted }, OutboxEvent.Accepted, Deed.Accepted, caller, returns, queue, clock, cancellation);
    }
}
