using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>Opens an accepted return again, by either side and with a reason that all can read. What is submitted then restates it.</summary>
public sealed class ReopenReturn(FindReturn find, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    public const int MostReasonCharacters = 500;

    public const string WhoMay = "A signatory or lead of the provider, or an officer of the lead funder, reopens an accepted return.";

    /// <param name="expectedChange">The state of the return that was read.</param>
    /// <param name="reason">1 to <see cref="MostReasonCharacters"/> characters.</param>
    public async Task<Outcome<ReturnHeader>> RunAsync(ReturnKey key, long expectedChange, string reason, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.MayReopen)
            return current.Access.WhyNot(WhoMay);
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MostReasonCharacters || reason.Any(char.IsControl))
            return new Problem(Catalogue.BadParameter, $"Give the reason in 1 to {MostReasonCharacters} characters, on one line.");
        if (expectedChange != current.Header.Change)
            return ReturnChange.Stale(current);
        if (current.Header.Status != ReturnStatus.Accepted)
            return new Problem(Catalogue.NotAccepted, "Only an accepted return has to be reopened; any other can be corrected as it is.");
        return await ReturnChange.SaveAsync(current, current.Header.Reopened(reason.Trim()), OutboxEvent.Reopened, Deed.Reopened, caller, find, returns, queue, clock, cancellation);
    }
}
