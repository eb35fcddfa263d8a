using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>
/// Changes a programme or one of its awards, or what is noted of them, each change with its entry in the programme's record and what follows from it in one transaction. Two changes of the same
/// programme come one after the other: the second is told again what there is, and decides by that.
/// </summary>
internal sealed class ChangeSetup(ISetupStore store, IWorkQueue queue, TimeProvider clock)
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
            // Who speaks without a name has another pseudonym each time: the same one, or its digest, would lead to what they did by name.
            var done = new Done(clock.GetUtcNow(), after.For is null ? MemberId.NewPerson() : caller.Id, after.For, after.Deed, after.About, after.Before, after.After);
            // What is only noted beside the programme has nothing that follows.
            var item = (after.Put is null && after.PutAward is null && after.Proposals.Count == 0 && !Tells(after.Deed)) || after.For is not { } organisation ? null
                : new SetupItem(OutboxItem.NewId(done.At), programme, after.Deed, after.About, organisation, caller.Id, after.Put?.Version ?? after.PutAward?.Version, done.At);
            var write = new SetupWrite(programme, standing, RecordChain.Of(programme).Next(standing.Record, done))
            {
                Item = item,
                Put = after.Put,
                PutAward = after.PutAward,
                Proposals = after.Proposals,
                Papers = after.Papers,
                Note = after.Note,
                Sample = after.Sample,
            };
            if (await store.TryWriteAsync(write, cancellation))
            {
                if (item is not null)
                    await queue.TrySendAsync(new FollowSetupMessage(programme, item.Id), cancellation);
                return after.Result;
            }
            await Task.Delay(Random.Shared.Next(5, 20 * (attempt + 1)), cancellation);
        }
        return new Problem(Catalogue.Busy, "Several people are changing this programme right now. Nothing was saved; try again in a moment.");
    }

    /// <summary>What people are told of though it is only noted beside the programme.</summary>
    private static bool Tells(Deed deed) => deed is Deed.ConsultationOpened or Deed.ModuleProposed or Deed.ModuleTaken or Deed.ModuleDeclined;

    /// <summary>What is to be written, and what it comes to.</summary>
    /// <param name="For">The organisation that the caller acts for; null where the record shall say neither that nor who it was.</param>
    public sealed record Change<T>(T Result, Deed Deed, OrganisationId? For, string? About)
    {
        public string? Before { get; init; }

        public string? After { get; init; }

        public Programme? Put { get; init; }

        public Award? PutAward { get; init; }

        public IReadOnlyList<ProfileProposal> Proposals { get => field ?? []; init; }

        public IReadOnlyList<SetupPaper> Papers { get => field ?? []; init; }

        public AwardNote? Note { get; init; }

        public PeriodSample? Sample { get; init; }
    }
}
