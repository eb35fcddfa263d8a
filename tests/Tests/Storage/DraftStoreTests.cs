using System.Text;
using Azure.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Drafts in the store of returns.</summary>
public sealed class DraftStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ReturnStore _store = new(storage.Account);
    private readonly ReturnKey _key = Samples.Return();

    [Fact]
    public async Task Load_OfAReturnNotStarted_FindsNothing()
    {
        var work = await LoadAsync();
        Assert.Null(work.Header);
        Assert.Null(work.HeaderGuard);
        Assert.Empty(work.Draft);
        Assert.Null(work.Last);
    }

    [Fact]
    public async Task Save_OfTheFirstAnswers_MakesHeaderSectionAndOutboxItem()
    {
        var write = Samples.Save(Samples.Header(_key), null, Samples.Section("people"));
        Assert.True(await _store.TrySaveDraftAsync(write, Cancellation));
        var work = await LoadAsync();
        Assert.Equal(write.Header, work.Header);
        Assert.NotNull(work.HeaderGuard);
        Assert.Equal("42", Value(Assert.Single(work.Draft)));
        Assert.Equal(write.Outbox, Assert.Single(await OutboxAsync()));
    }

    [Fact]
    public async Task Save_OnWhatWasRead_ReplacesHeaderAndSection()
    {
        await SaveFirstAsync();
        var read = await LoadAsync();
        var next = new DraftWrite(Samples.Header(_key, change: 2), read.HeaderGuard, [Samples.Section("people", read.Draft[0].Guard, 2, "43")], null, null);
        Assert.True(await _store.TrySaveDraftAsync(next, Cancellation));
        var work = await LoadAsync();
        Assert.Equal(2, work.Header!.Change);
        Assert.Equal((2, "43"), (work.Draft[0].Answers["people-helped"].Version, Value(work.Draft[0])));
        Assert.Single(await OutboxAsync());
    }

    [Fact]
    public async Task Save_OfManySectionsThatTogetherPassATransaction_KeepsThemAll()
    {
        var texts = Enumerable.Range(1, 9).Select(number => (Id: $"section-{number}", Value: $"\"{Convert.ToBase64String(Samples.Incompressible(480 * 1024))}\"")).ToList();
        var write = new DraftWrite(Samples.Header(_key), null, [.. texts.Select(text => Samples.Section(text.Id, value: text.Value))], null, null);

        Assert.True(await _store.TrySaveDraftAsync(write, Cancellation));

        Assert.Equal(texts, (await LoadAsync()).Draft.Select(section => (section.Section, Value(section))));
    }

    [Theory]
    [InlineData("42", null)]
    [InlineData("null", "Nobody came: the hall was flooded.")]
    [InlineData("\"Two \\\"new\\\" groups,\\nboth on Thursdays – £5\"", "Ūdens 水")]
    [InlineData("{\"rows\":[[1,2.50],[null,\"a\"]]}", null)]
    [InlineData("[\"c-1\",\"c-2\"]", "")]
    public async Task Answer_OfAnyShape_ComesBackAsItWas(string value, string? comment)
    {
        var section = Samples.Section("people", version: 7, value: value, comment: comment);
        Assert.True(await _store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key), null, section), Cancellation));
        var read = Assert.Single((await LoadAsync()).Draft);
        var answer = Assert.Single(read.Answers);
        Assert.Equal(("people", "people-helped"), (read.Section, answer.Key));
        Assert.Equal((7, value, comment), (answer.Value.Version, Value(read), answer.Value.Comment));
    }

    [Fact]
    public async Task Answers_OfASection_KeepApart()
    {
        var answers = Enumerable.Range(0, 60).ToDictionary(
            i => $"question-{i}", i => new DraftAnswer(i, Encoding.UTF8.GetBytes($"[{i}]"), i % 3 == 0 ? $"Note {i}" : null), StringComparer.Ordinal);
        Assert.True(await _store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key), null, new DraftSection("people", answers, null)), Cancellation));
        var read = Assert.Single((await LoadAsync()).Draft).Answers;
        Assert.Equal(answers.Count, read.Count);
        Assert.All(answers, answer => Assert.Equal(
            (answer.Value.Version, Text(answer.Value), answer.Value.Comment), (read[answer.Key].Version, Text(read[answer.Key]), read[answer.Key].Comment)));
    }

    [Fact]
    public async Task Save_OfAHeaderThatIsThereAlready_WritesNothing()
    {
        await SaveFirstAsync();
        await AssertRefusedAsync(Samples.Save(Samples.Header(_key, change: 9), null, Samples.Section("money")));
    }

    [Fact]
    public async Task Save_OnAHeaderThatWasNeverThere_WritesNothing() =>
        await AssertRefusedAsync(Samples.Save(Samples.Header(_key, change: 9), "W/\"datetime'2026-07-03T09%3A30%3A00.0000000Z'\"", Samples.Section("money")));

    [Fact]
    public async Task Save_OnAnOlderHeader_WritesNothing()
    {
        await SaveFirstAsync();
        var read = await LoadAsync();
        Assert.True(await _store.TrySaveDraftAsync(new DraftWrite(Samples.Header(_key, change: 2), read.HeaderGuard, [], null, null), Cancellation));
        await AssertRefusedAsync(Samples.Save(Samples.Header(_key, change: 9), read.HeaderGuard, Samples.Section("people", read.Draft[0].Guard, 2, "99")));
    }

    [Fact]
    public async Task Save_OnAnOlderSection_WritesNothing()
    {
        await SaveFirstAsync();
        var old = (await LoadAsync()).Draft[0].Guard;
        await SaveAgainAsync("43");
        await AssertRefusedAsync(Samples.Save(Samples.Header(_key, change: 9), (await LoadAsync()).HeaderGuard, Samples.Section("people", old, 2, "99")));
    }

    [Fact]
    public async Task Save_OfASectionThatIsThereAlready_WritesNothing()
    {
        await SaveFirstAsync();
        await AssertRefusedAsync(Samples.Save(Samples.Header(_key, change: 9), (await LoadAsync()).HeaderGuard, Samples.Section("people", guard: null, 2, "99")));
    }

    [Fact]
    public async Task Save_ByTwoPeopleOfDifferentSections_KeepsBothInTheEnd()
    {
        await SaveFirstAsync();
        var (ann, bob) = (await LoadAsync(), await LoadAsync());
        Assert.True(await _store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key, 2), ann.HeaderGuard, Samples.Section("money")), Cancellation));
        Assert.False(await _store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key, 2), bob.HeaderGuard, Samples.Section("words")), Cancellation));
        bob = await LoadAsync();
        Assert.True(await _store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key, 3), bob.HeaderGuard, Samples.Section("words")), Cancellation));
        Assert.Equal(["money", "people", "words"], (await LoadAsync()).Draft.Select(section => section.Section));
    }

    [Fact]
    public async Task Save_ByManyOnTheSameRead_LetsOneThrough()
    {
        await SaveFirstAsync();
        var read = await LoadAsync();
        var saved = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            _store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key, 2), read.HeaderGuard, Samples.Section($"section-{i}")), Cancellation)));
        Assert.Single(saved, true);
        Assert.Equal(2, (await LoadAsync()).Draft.Count);
        Assert.Equal(2, (await OutboxAsync()).Count);
    }

    [Fact]
    public async Task Drafts_OfAwardsWhoseIdsBeginAlike_KeepApart()
    {
        string[] awards = ["a", "a-1", "a1", "ab"];
        foreach (var award in awards)
        {
            var key = _key with { Award = new(award) };
            Assert.True(await _store.TrySaveDraftAsync(Samples.Save(Samples.Header(key), null, Samples.Section($"only-{award}")), Cancellation));
        }
        foreach (var award in awards)
            Assert.Equal($"only-{award}", Assert.Single((await _store.LoadAsync(_key with { Award = new(award) }, null, Cancellation)).Draft).Section);
    }

    [Fact]
    public async Task Load_BesideASave_NeverShowsAnswersOlderThanTheHeader()
    {
        await SaveFirstAsync();
        // Somebody saves while the header is on its way to be read: long enough that whatever is read beside it has been.
        var slow = InterruptedTransport.Before(ReadsTheHeader, async () =>
        {
            await Task.Delay(250, Cancellation);
            await SaveAgainAsync("43");
        });
        var work = await new ReturnStore(storage.ConnectBy(slow)).LoadAsync(_key, null, Cancellation);
        Assert.Equal(2, work.Header!.Change);
        Assert.Equal("43", Value(Assert.Single(work.Draft)));
    }

    [Fact]
    public async Task Save_WhoseAnswerIsLost_SaysFalseAndIsThere()
    {
        var store = new ReturnStore(storage.ConnectBy(InterruptedTransport.LosingTheFirstTransactionsAnswer()));
        Assert.False(await store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key), null, Samples.Section("people")), Cancellation));
        Assert.Equal("42", Value(Assert.Single((await LoadAsync()).Draft)));
    }

    private static bool ReadsTheHeader(Request request) => request.Method == RequestMethod.Get && request.Uri.Path.Contains("RowKey='h%7C", StringComparison.Ordinal);

    private static string Value(DraftSection section) => Text(section.Answers["people-helped"]);

    private static string Text(DraftAnswer answer) => Encoding.UTF8.GetString(answer.ValueJson.Span);

    private Task<ReturnAtWork> LoadAsync() => _store.LoadAsync(_key, null, Cancellation);

    private async Task SaveFirstAsync() =>
        Assert.True(await _store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key), null, Samples.Section("people")), Cancellation));

    private async Task SaveAgainAsync(string value)
    {
        var read = await LoadAsync();
        var write = new DraftWrite(Samples.Header(_key, 2), read.HeaderGuard, [Samples.Section("people", read.Draft[0].Guard, 2, value)], null, null);
        Assert.True(await _store.TrySaveDraftAsync(write, Cancellation));
    }

    private async Task<List<OutboxItem>> OutboxAsync() =>
        await new Outbox(storage.Account).DueAsync(_key.Programme, _key.Period, Samples.Morning.AddHours(1), Samples.Morning.AddHours(1), Cancellation).ToListAsync();

    private async Task AssertRefusedAsync(DraftWrite write)
    {
        var partition = $"{_key.Programme}|{_key.Period}";
        var before = await Samples.RowsAsync(storage.Account, StorageNames.Returns, partition);
        Assert.False(await _store.TrySaveDraftAsync(write, Cancellation));
        var after = await Samples.RowsAsync(storage.Account, StorageNames.Returns, partition);
        Assert.Equal(before.Select(row => (row.RowKey, row.ETag)), after.Select(row => (row.RowKey, row.ETag)));
    }
}
