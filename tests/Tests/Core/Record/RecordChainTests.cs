using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Tests.Core.Record;

/// <summary>A chain as it was written verifies; anything done to it is found out.</summary>
public sealed class RecordChainTests
{
    private static readonly RecordChain Chain = RecordChain.Of(new FormId("quarterly"));
    private static readonly RecordChain Other = RecordChain.Of(new FormId("quarterly-2"));

    private static readonly string?[] Texts = [null, "revision 1", "p-1", "Preparer", new string('a', 64), "£ é"];

    private static readonly Gen<Done> AnyDone =
        from day in Gen.Choose(0, 400)
        from member in Gen.Elements("p-1", "p-2", "c-3")
        from organisation in Gen.Elements<string?>(null, "GB-CHC-1044239", "MR-000000")
        from deed in Gen.Elements(Enum.GetValues<Deed>())
        from about in Gen.Elements(Texts)
        from before in Gen.Elements(Texts)
        from after in Gen.Elements(Texts)
        select new Done(new DateTimeOffset(2026, 7, 3, 9, 30, 0, TimeSpan.Zero).AddDays(day), MemberId.Of(member), organisation is null ? null : OrganisationId.Parse(organisation), deed, about, before, after);

    private static readonly Arbitrary<(List<RecordEntry> Entries, int Place)> AnyChain =
        (from deeds in Gen.ListOf(AnyDone)
         from more in AnyDone
         from place in Gen.Choose(0, deeds.Count())
         select (Written(Chain, [.. deeds, more]), place)).ToArbitrary();

    [Fact]
    public void Chain_AsItWasWritten_IsSound() =>
        Prop.ForAll(AnyChain, chain => BreakOf(chain.Entries, HeadOf(chain.Entries)) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Chain_WithoutEntries_IsSound()
    {
        Assert.Null(BreakOf([], RecordHead.Empty));
        Assert.Equal(1, BreakOf([], new RecordHead(1, "digest"))!.Number);
    }

    [Fact]
    public void Entry_AlteredAnywhere_IsFoundOut() =>
        Prop.ForAll(AnyChain, chain => Alterations(chain.Entries[chain.Place]).All(altered =>
        {
            List<RecordEntry> entries = [.. chain.Entries];
            entries[chain.Place] = altered;
            return BreakOf(entries, HeadOf(chain.Entries)) is { } found && found.Number == chain.Place + 1;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Entry_AlteredWithItsDigestMadeAnew_IsFoundOut() =>
        Prop.ForAll(AnyChain, chain =>
        {
            List<RecordEntry> entries = [.. chain.Entries];
            var altered = entries[chain.Place] with { At = entries[chain.Place].At.AddTicks(1) };
            entries[chain.Place] = altered with { Digest = Chain.DigestOf(altered) };
            return BreakOf(entries, HeadOf(chain.Entries)) is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Entry_TakenOut_IsFoundOut() =>
        Prop.ForAll(AnyChain, chain =>
        {
            List<RecordEntry> entries = [.. chain.Entries];
            entries.RemoveAt(chain.Place);
            return BreakOf(entries, HeadOf(chain.Entries)) is { } found && found.Number == chain.Place + 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Entry_TakenOutAndTheRestNumberedAnew_IsFoundOut() =>
        Prop.ForAll(AnyChain, chain =>
        {
            List<RecordEntry> entries = [.. chain.Entries];
            entries.RemoveAt(chain.Place);
            return BreakOf([.. entries.Select((entry, place) => entry with { Number = place + 1 })], HeadOf(chain.Entries)) is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Entries_Swapped_AreFoundOut() =>
        Prop.ForAll(AnyChain, chain =>
        {
            if (chain.Place + 1 >= chain.Entries.Count)
                return true;
            List<RecordEntry> entries = [.. chain.Entries];
            (entries[chain.Place], entries[chain.Place + 1]) = (entries[chain.Place + 1], entries[chain.Place]);
            List<RecordEntry> numbered = [.. entries.Select((entry, place) => entry with { Number = place + 1 })];
            return BreakOf(entries, HeadOf(chain.Entries)) is not null && BreakOf(numbered, HeadOf(chain.Entries)) is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Entry_Appended_IsFoundOut() =>
        Prop.ForAll(AnyChain, AnyDone.ToArbitrary(), (chain, done) =>
            BreakOf([.. chain.Entries, Chain.Next(HeadOf(chain.Entries), done)], HeadOf(chain.Entries)) is { } found && found.Number == chain.Entries.Count + 1)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Chain_CutOff_IsFoundOut() =>
        Prop.ForAll(AnyChain, chain => BreakOf(chain.Entries[..chain.Place], HeadOf(chain.Entries)) is { } found && found.Number == chain.Place + 1)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Chain_MovedToAnother_IsFoundOut() =>
        Prop.ForAll(AnyChain, chain =>
        {
            var walk = new RecordWalk(Other);
            chain.Entries.ForEach(walk.Add);
            return walk.EndAt(HeadOf(chain.Entries)) is { Number: 1 } && walk.Sound == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Walk_OfAChain_KnowsWhatTheLastOfEachDeedLeft() =>
        Prop.ForAll(AnyChain, chain =>
        {
            var walk = new RecordWalk(Chain);
            chain.Entries.ForEach(walk.Add);
            return Enum.GetValues<Deed>().All(deed => walk.LastAfter(deed) == chain.Entries.LastOrDefault(entry => entry.Deed == deed)?.After) && walk.Sound == chain.Entries.Count;
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<RecordEntry> Alterations(RecordEntry entry) =>
    [
        entry with { At = entry.At.AddTicks(1) },
        entry with { By = MemberId.Of(entry.By.Value + "9") },
        entry with { For = entry.For is null ? Organisation.Portal : null },
        entry with { Deed = entry.Deed == Deed.Accepted ? Deed.Reopened : Deed.Accepted },
        entry with { About = entry.About + "x" },
        entry with { Before = entry.Before + "x" },
        entry with { After = entry.After + "x" },
        entry with { Previous = entry.Previous + "0" },
        entry with { Digest = entry.Digest[1..] + "g" },
        entry with { Number = entry.Number + 1 },
    ];

    private static List<RecordEntry> Written(RecordChain chain, IEnumerable<Done> deeds)
    {
        var entries = new List<RecordEntry>();
        foreach (var done in deeds)
            entries.Add(chain.Next(HeadOf(entries), done));
        return entries;
    }

    private static RecordHead HeadOf(List<RecordEntry> entries) => entries.Count == 0 ? RecordHead.Empty : RecordChain.HeadAfter(entries[^1]);

    private static RecordBreak? BreakOf(List<RecordEntry> entries, RecordHead head)
    {
        var walk = new RecordWalk(Chain);
        entries.ForEach(walk.Add);
        return walk.EndAt(head);
    }
}
