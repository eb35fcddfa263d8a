using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>What lies before a funder: returns that wait for its answer, and figures that it has downloaded and that were restated since. For its own people.</summary>
public sealed class FundersDesk(IWaitingStore waiting, IRestatedStore restated, TimeProvider clock)
{
    public static Problem NotFound => new(Catalogue.NotFound, "There is no such funder here for you.");

    /// <param name="after">Where the page before ended; null for the first.</param>
    public async Task<Outcome<PageOf<WaitingReturn>>> WaitingAsync(OrganisationId funder, string? after, int size, Caller caller, CancellationToken cancellation) =>
        await IsOfAsync(caller, funder, cancellation) ? await waiting.ListAsync(funder, after, size, cancellation) : NotFound;

    public async Task<Outcome<PageOf<RestatedReturn>>> RestatedAsync(OrganisationId funder, string? after, int size, Caller caller, CancellationToken cancellation) =>
        await IsOfAsync(caller, funder, cancellation) ? await restated.ListAsync(funder, after, size, cancellation) : NotFound;

    /// <summary>Somebody has seen what was restated, up to a revision. Said twice, it is seen.</summary>
    /// <returns>False where a newer revision came meanwhile, which is still to be seen.</returns>
    public async Task<Outcome<bool>> SeenAsync(OrganisationId funder, ReturnKey key, int revision, Caller caller, CancellationToken cancellation) =>
        await IsOfAsync(caller, funder, cancellation) ? await restated.SeenAsync(funder, key, revision, caller.Id, clock.GetUtcNow(), cancellation) : NotFound;

    private static async Task<bool> IsOfAsync(Caller caller, OrganisationId funder, CancellationToken cancellation) =>
        (await caller.RolesInAsync(funder, cancellation)).HasAny(RoleRules.OfFunders);
}
