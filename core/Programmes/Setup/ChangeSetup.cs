using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>
/// Changes a programme or one of its awards, each change with its entry in the programme's record in one transaction. Two changes of the same
/// programme come one after the other: the second is told again what there is, and decides by that.
/// </summary>
internal sealed class ChangeSetup(ISetupStore store, TimeProvider clock)
{
    private const int MostTries = 12;

    /// <param name="change">What to write, given what there is when it is asked; asked again where somebody else was quicker.</param>
    public async Task<Outcome<T>> RunAsync<T>(ProgrammeId programme, Caller caller, Func<Task<Outcome<Change<T>>>> change, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            // Before anything else: what is read after it is as new, or the write is refused.
            var standing = await store.StandingAsync(programme, cancellation);
            var wanted = await change();
            if (wanted.Problem is { } refused)
                return refused;
            var after = wanted.Value!;
            var done = new Done(clock.GetUtcNow(), caller.Id, after.For, after.Deed, after.About, after.Before, after.After);
            var write = new SetupWrite(programme, standing, RecordChain.Of(programme).Next(standing.Record, done)) { Put = after.Put, PutAward = after.PutAward, Proposals = after.Proposals };
            if (await store.TryWriteAsync(write, cancellation))
                return after.Result;
            await Task.Delay(Random.Shared.Next(5, 20 * (attempt + 1)), cancellation);
        }
        return new Problem(Catalogue.Busy, "Several people are changing this programme right now. Nothing was saved; try again in a moment.");
    }

    /// <summary>What is to be written, and what it comes to.</summary>
    /// <param name="For">The organisation that the caller acts for.</param>
    public sealed record Change<T>(T Result, Deed Deed, OrganisationId For, string? About)
    {
        public string? Before { get; init; }

        public string? After { get; init; }

        public Programme? Put { get; init; }

        public Award? PutAward { get; init; }

        public IReadOnlyList<ProfileProposal> Proposals { get => field ?? []; init; }
    }
}
