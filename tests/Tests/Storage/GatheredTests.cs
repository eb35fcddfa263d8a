using Azure.Core;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Where a period's returns stand, kept together: always what their headers say, and for two reads however many there are.</summary>
public sealed class GatheredTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    /// <summary>So many that the next reader moves their rows.</summary>
    private const int Crowd = 51;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ReturnStore _store = new(storage.Account);

    private enum Step
    {
        Move,
        SaveAnswers,
        Submit,
        MoveMany,
        Read,
        ReadElsewhere,
        ReadTwice,
        ReadAndDieBefore,
        ReadAndDieAfter,
        Rebuild,
    }

    [Fact]
    public void Standings_AfterAnySequence_AreWhatTheHeadersSay() =>
        Prop.ForAll(Gen.Choose(0, 299).ListOf(14).ToArbitrary(), steps => HoldsAfterAsync(steps)).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Moving_KilledAtAnyCall_LosesNothing(bool afterTheCall)
    {
        for (var dieAt = 1; ; dieAt++)
        {
            var programme = Samples.Return().Programme;
            await MoveManyAsync(programme);
            await _store.StandingsAsync(programme, Samples.Spring, Cancellation);
            await MoveManyAsync(programme);
            var transport = new MortalTransport(dieAt, afterTheCall);
            await ReadAndDieAsync(programme, transport);
            await AssertTrueAsync(_store, programme);
            if (transport.Died)
                continue;
            // Two queries, what was packed, and two transactions.
            Assert.InRange(dieAt, 4, 8);
            return;
        }
    }

    [Fact]
    public async Task Reading_OfMany_TakesOneRequestAndLeavesFewRows()
    {
        var programme = Samples.Return().Programme;
        await MoveManyAsync(programme);
        await MoveManyAsync(programme, from: Crowd);
        var counting = InterruptedTransport.Never();
        var store = new ReturnStore(storage.ConnectBy(counting));
        Assert.Equal(2 * Crowd, (await store.StandingsAsync(programme, Samples.Spring, Cancellation)).Count);
        Assert.Equal(["c~"], await GatheredRowsAsync(programme));

        await MoveAsync(programme, 7);
        var before = counting.Calls;
        await AssertTrueAsync(await store.StandingsAsync(programme, Samples.Spring, Cancellation), programme);
        Assert.Equal(before + 1, counting.Calls);
        Assert.Equal(["c|a-7", "c~"], await GatheredRowsAsync(programme));

        var elsewhere = InterruptedTransport.Never();
        await AssertTrueAsync(await new ReturnStore(storage.ConnectBy(elsewhere)).StandingsAsync(programme, Samples.Spring, Cancellation), programme);
        Assert.Equal(2, elsewhere.Calls);
    }

    [Fact]
    public async Task Return_ThatMovesWhileRowsAreMoved_IsNotLost()
    {
        var programme = Samples.Return().Programme;
        await MoveManyAsync(programme);
        var slow = new ReturnStore(storage.ConnectBy(InterruptedTransport.Before(request => request.Method != RequestMethod.Get, () => MoveAsync(programme, 3))));
        await slow.StandingsAsync(programme, Samples.Spring, Cancellation);
        await AssertTrueAsync(slow, programme);
        await AssertTrueAsync(_store, programme);
    }

    [Fact]
    public async Task Standings_OfAPeriodStoredBeforeTheyWereKept_AreMadeFromItsHeaders()
    {
        var programme = Samples.Return().Programme;
        foreach (var number in Enumerable.Range(0, 4))
            await MoveAsync(programme, number);
        foreach (var row in await GatheredRowsAsync(programme))
            await Table.DeleteEntityAsync(Partition(programme), row, cancellationToken: Cancellation);
        await AssertTrueAsync(_store, programme);
        Assert.Equal(["c~"], await GatheredRowsAsync(programme));
    }

    [Fact]
    public async Task Standing_ThatIsOlderThanWhatIsPacked_DoesNotReplaceIt()
    {
        var programme = Samples.Return().Programme;
        await MoveAsync(programme, 1);
        var old = await Table.GetEntityAsync<TableEntity>(Partition(programme), "c|a-1", cancellationToken: Cancellation);
        await MoveAsync(programme, 1);
        await _store.StandingsAsync(programme, Samples.Spring, Cancellation);
        await Samples.CopyAsync(storage.Account, StorageNames.Returns, old.Value, ["c|a-1"]);
        await AssertTrueAsync(_store, programme);
    }

    [Fact]
    public async Task Standings_WhereNobodyBegan_AreNoneAndStoreNothing()
    {
        var programme = Samples.Return().Programme;
        Assert.Empty(await _store.StandingsAsync(programme, Samples.Spring, Cancellation));
        Assert.Empty(await GatheredRowsAsync(programme));
    }

    [Fact]
    public async Task Standings_ThatWereSpoilt_AreRebuilt()
    {
        var programme = Samples.Return().Programme;
        await MoveManyAsync(programme);
        await _store.StandingsAsync(programme, Samples.Spring, Cancellation);
        await MoveAsync(programme, 2);
        await Table.DeleteEntityAsync(Partition(programme), "c|a-2", cancellationToken: Cancellation);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => AssertTrueAsync(_store, programme));
        await _store.RebuildStandingsAsync(programme, Samples.Spring, Cancellation);
        await AssertTrueAsync(_store, programme);
    }

    private TableClient Table => storage.Account.Tables.GetTableClient(StorageNames.Returns);

    private static string Partition(ProgrammeId programme) => $"{programme}|{Samples.Spring}";

    private async Task<bool> HoldsAfterAsync(IEnumerable<int> steps)
    {
        var programme = Samples.Return().Programme;
        foreach (var (step, with) in steps.Select(number => ((Step)(number % 10), number / 10)))
        {
            await TakeAsync(programme, step, with);
            if (step is Step.Read or Step.ReadTwice)
                await AssertTrueAsync(_store, programme);
        }
        await AssertTrueAsync(_store, programme);
        await AssertTrueAsync(new ReturnStore(storage.Account), programme);
        return true;
    }

    private async Task TakeAsync(ProgrammeId programme, Step step, int with)
    {
        switch (step)
        {
            case Step.Move:
                await MoveAsync(programme, with);
                break;
            case Step.SaveAnswers:
                await SaveAnswersAsync(programme, with);
                break;
            case Step.Submit:
                await SubmitAsync(programme, with);
                break;
            case Step.MoveMany:
                await MoveManyAsync(programme);
                break;
            case Step.ReadElsewhere:
                await AssertTrueAsync(new ReturnStore(storage.Account), programme);
                break;
            case Step.ReadTwice:
                await Task.WhenAll(ReadAsync(_store, programme), ReadAsync(new ReturnStore(storage.Account), programme));
                break;
            case Step.ReadAndDieBefore or Step.ReadAndDieAfter:
                await ReadAndDieAsync(programme, new MortalTransport(1 + (with % 5), step == Step.ReadAndDieAfter));
                break;
            case Step.Rebuild:
                await _store.RebuildStandingsAsync(programme, Samples.Spring, Cancellation);
                break;
        }
    }

    private static ReturnKey Key(ProgrammeId programme, int number) => new(programme, Samples.Spring, new AwardId($"a-{number}"));

    private async Task MoveManyAsync(ProgrammeId programme, int from = 0) => await Task.WhenAll(Enumerable.Range(from, Crowd).Select(number => MoveAsync(programme, number)));

    /// <summary>To and fro between draft and ready to sign; one that is in goes on as accepted.</summary>
    private async Task MoveAsync(ProgrammeId programme, int number)
    {
        var work = await _store.LoadAsync(Key(programme, number), null, Cancellation);
        var before = work.Header ?? ReturnHeader.NotStarted(Key(programme, number), 1);
        var status = before.Revision > 0 ? ReturnStatus.Accepted : before.Status == ReturnStatus.Draft ? ReturnStatus.ReadyToSign : ReturnStatus.Draft;
        Assert.True(await _store.TrySaveDraftAsync(new DraftWrite(before with { Status = status, Change = before.Change + 1 }, work.HeaderGuard, [], null, null), Cancellation));
    }

    private async Task SaveAnswersAsync(ProgrammeId programme, int number)
    {
        if (await _store.LoadAsync(Key(programme, number), null, Cancellation) is { Header: { } before } work)
            Assert.True(await _store.TrySaveDraftAsync(new DraftWrite(before with { Change = before.Change + 1 }, work.HeaderGuard, [], null, null) { Moves = false }, Cancellation));
    }

    private async Task SubmitAsync(ProgrammeId programme, int number)
    {
        var work = await _store.LoadAsync(Key(programme, number), null, Cancellation);
        Assert.True(await _store.TrySubmitAsync(Samples.Submission(work.Header ?? Samples.Header(Key(programme, number)), work.HeaderGuard), Cancellation));
    }

    private async Task ReadAndDieAsync(ProgrammeId programme, MortalTransport transport)
    {
        try
        {
            await ReadAsync(new ReturnStore(storage.ConnectBy(transport)), programme);
        }
        catch (Exception) when (transport.Died)
        {
            // What came of it is seen below.
        }
    }

    private static Task<IReadOnlyList<ReturnStanding>> ReadAsync(ReturnStore store, ProgrammeId programme) => store.StandingsAsync(programme, Samples.Spring, Cancellation);

    private async Task AssertTrueAsync(ReturnStore store, ProgrammeId programme) => await AssertTrueAsync(await ReadAsync(store, programme), programme);

    private async Task AssertTrueAsync(IReadOnlyList<ReturnStanding> standings, ProgrammeId programme)
    {
        var headers = await _store.HeadersAsync(programme, Samples.Spring, Cancellation).ToListAsync();
        Assert.Equal(
            headers.Select(header => (header.Key.Award, header.Status, header.Revision, header.FirstSubmittedAt, header.SubmittedAt)),
            standings.Select(standing => (standing.Award, standing.Status, standing.Revision, standing.FirstSubmittedAt, standing.SubmittedAt)));
    }

    private async Task<List<string>> GatheredRowsAsync(ProgrammeId programme) =>
        [.. (await Samples.RowsAsync(storage.Account, StorageNames.Returns, Partition(programme))).Select(row => row.RowKey).Where(key => key.StartsWith('c'))];
}
