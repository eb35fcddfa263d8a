using System.Security.Cryptography;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Submissions and revisions in the store of returns.</summary>
public sealed class SubmissionStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private const int KiB = 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ReturnStore _store = new(storage.Account);
    private readonly ReturnKey _key = Samples.Return();

    private string Partition => $"{_key.Programme}|{_key.Period}";

    [Fact]
    public async Task Submit_OnWhatWasRead_WritesHeaderRevisionResultsAndOutboxItem()
    {
        var write = Samples.Submission(Samples.Header(_key), await SaveAsync());
        Assert.True(await _store.TrySubmitAsync(write, Cancellation));
        Assert.Equal(write.Header, (await _store.LoadAsync(_key, null, Cancellation)).Header);
        var revision = await _store.GetRevisionAsync(_key, 1, Cancellation);
        Assert.Equal((_key, 1, write.Revision.Digest), (revision!.Key, revision.Number, revision.Digest));
        Assert.Equal(write.Revision.Json.ToArray(), revision.Json.ToArray());
        Assert.Equal(write.Outbox, await new Outbox(storage.Account).GetAsync(_key.Programme, _key.Period, write.Outbox.Id, Cancellation));
        Assert.Null(await _store.GetRevisionAsync(_key, 2, Cancellation));
    }

    [Fact]
    public async Task Submit_Again_KeepsEveryRevisionAndTheNewestResults()
    {
        var first = Samples.Submission(Samples.Header(_key), await SaveAsync(), figure: 42.50m);
        Assert.True(await _store.TrySubmitAsync(first, Cancellation));
        var guard = (await _store.LoadAsync(_key, null, Cancellation)).HeaderGuard;
        var second = Samples.Submission(first.Header, guard, """{"answers":{"people-helped":43}}"""u8.ToArray(), figure: 43.10m);
        Assert.True(await _store.TrySubmitAsync(second, Cancellation));
        Assert.Equal(first.Revision.Json.ToArray(), (await _store.GetRevisionAsync(_key, 1, Cancellation))!.Json.ToArray());
        Assert.Equal(second.Revision.Json.ToArray(), (await _store.GetRevisionAsync(_key, 2, Cancellation))!.Json.ToArray());

        var later = await _store.LoadAsync(_key with { Period = Samples.Summer }, before: _key.Period, Cancellation);
        Assert.Null(later.Header);
        Assert.Equal((2, 43.10m), (later.Last!.Revision, Assert.Single(later.Last.Figures).Value));
        Assert.Null((await _store.LoadAsync(_key with { Award = new("award-018") }, before: _key.Period, Cancellation)).Last);
    }

    [Fact]
    public async Task Acceptance_FromBeforeItHadAKeyOfItsOwn_IsReadAsItWas()
    {
        var council = OrganisationId.Parse("GB-LAE-TWH");
        await storage.Account.Tables.GetTableClient(StorageNames.Returns).AddEntityAsync(
            new TableEntity(Partition, "k|award-017!000001!GB-LAE-TWH") { ["Kind"] = "Accepted", ["By"] = Samples.Ann.Value, ["At"] = Samples.Morning, ["Used"] = "In our report." }, Cancellation);
        Assert.Equal(
            [new AnswerBack(_key, 1, council, AnswerBackKind.Accepted, Samples.Ann, Samples.Morning, "In our report.", null)],
            await _store.AnswersBackAsync(_key, Cancellation));
    }

    [Fact]
    public async Task Submit_WhereTheRevisionIsThereAlready_WritesNothing()
    {
        var write = Samples.Submission(Samples.Header(_key), await SaveAsync());
        await storage.Account.Tables.GetTableClient(StorageNames.Returns).AddEntityAsync(new TableEntity(Partition, "r|award-017!000001"), Cancellation);
        await AssertRefusedAsync(write);
    }

    [Fact]
    public async Task Submit_OnAnOlderHeader_WritesNothing()
    {
        var guard = await SaveAsync();
        Assert.True(await _store.TrySaveDraftAsync(new DraftWrite(Samples.Header(_key, change: 2), guard, [], null, null), Cancellation));
        await AssertRefusedAsync(Samples.Submission(Samples.Header(_key), guard));
    }

    [Fact]
    public async Task Submit_WithoutAHeaderWhereThereIsOne_WritesNothing()
    {
        await SaveAsync();
        await AssertRefusedAsync(Samples.Submission(Samples.Header(_key), null));
    }

    [Fact]
    public async Task Submit_ByManyOnTheSameRead_LetsOneThrough()
    {
        var guard = await SaveAsync();
        var submitted = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            _store.TrySubmitAsync(Samples.Submission(Samples.Header(_key), guard, [.. "{}"u8, (byte)('0' + i % 10)], figure: i), Cancellation)));
        Assert.Single(submitted, true);
        var won = (decimal)submitted.IndexOf(true);
        Assert.Equal(won, (await _store.LoadAsync(_key with { Period = Samples.Summer }, _key.Period, Cancellation)).Last!.Figures.Values.Single());
    }

    [Fact]
    public async Task Submit_OfTheSameIdTwice_LeavesOneRevision()
    {
        var write = Samples.Submission(Samples.Header(_key), await SaveAsync());
        Assert.True(await _store.TrySubmitAsync(write, Cancellation));
        Assert.False(await _store.TrySubmitAsync(write, Cancellation));
        Assert.Single(await _store.RevisionsAsync(_key.Programme, _key.Period, Cancellation).ToListAsync());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(63 * KiB, 1)]
    [InlineData(65 * KiB, 2)]
    [InlineData(300 * KiB, 5)]
    [InlineData(2048 * KiB, 0)]
    public async Task Revision_ThatCannotBePacked_IsKeptWhereItFitsAndComesBackEqual(int bytes, int properties)
    {
        var json = Samples.Incompressible(bytes);
        Assert.True(await _store.TrySubmitAsync(Samples.Submission(Samples.Header(_key), null, json), Cancellation));
        Assert.Equal(json, (await _store.GetRevisionAsync(_key, 1, Cancellation))!.Json.ToArray());
        Assert.Equal(json, Assert.Single(await _store.RevisionsAsync(_key.Programme, _key.Period, Cancellation).ToListAsync()).Json.ToArray());
        var row = (await Samples.RowsAsync(storage.Account, StorageNames.Returns, Partition)).Single(row => row.RowKey.StartsWith("r|", StringComparison.Ordinal));
        Assert.Equal(properties, row.Count(property => property.Value is byte[]));
        Assert.Equal(properties == 0, row.ContainsKey("ContentBlob"));
    }

    [Theory]
    [InlineData(64 * KiB, 1, 2)]
    [InlineData(128 * KiB, 2, 3)]
    [InlineData(512 * KiB, 8, 0)]
    public async Task Revision_AboutALimitOfItsPlace_ComesBackEqual(int limit, int below, int above)
    {
        var properties = new HashSet<int>();
        for (var length = limit - 32; length <= limit + 256; length += 16)
        {
            var (key, json) = (Samples.Return(), Samples.Incompressible(length));
            Assert.True(await _store.TrySubmitAsync(Samples.Submission(Samples.Header(key), null, json), Cancellation));
            Assert.Equal(json, (await _store.GetRevisionAsync(key, 1, Cancellation))!.Json.ToArray());
            var rows = await Samples.RowsAsync(storage.Account, StorageNames.Returns, $"{key.Programme}|{key.Period}");
            properties.Add(rows.Single(row => row.RowKey.StartsWith("r|", StringComparison.Ordinal)).Count(property => property.Value is byte[]));
        }
        Assert.Equal(new HashSet<int> { below, above }, properties);
    }

    [Fact]
    public async Task Revision_OfNoBytes_ComesBackEqual()
    {
        Assert.True(await _store.TrySubmitAsync(Samples.Submission(Samples.Header(_key), null, []), Cancellation));
        Assert.Empty((await _store.GetRevisionAsync(_key, 1, Cancellation))!.Json.ToArray());
    }

    [Fact]
    public async Task Revision_OfMuchTheSameText_IsKeptSmall()
    {
        var json = new byte[2048 * KiB];
        json.AsSpan().Fill((byte)'a');
        Assert.True(await _store.TrySubmitAsync(Samples.Submission(Samples.Header(_key), null, json), Cancellation));
        var row = (await Samples.RowsAsync(storage.Account, StorageNames.Returns, Partition)).Single(row => row.RowKey.StartsWith("r|", StringComparison.Ordinal));
        Assert.InRange(row.GetBinary("Content0")!.Length, 1, 64 * KiB);
        Assert.Equal(json, (await _store.GetRevisionAsync(_key, 1, Cancellation))!.Json.ToArray());
    }

    [Fact]
    public async Task Revision_WhoseBlobIsThereAlready_IsStoredAndReadAll()
    {
        var json = Samples.Incompressible(600 * KiB);
        var other = _key with { Award = new("award-018") };
        Assert.True(await _store.TrySubmitAsync(Samples.Submission(Samples.Header(_key), null, json), Cancellation));
        Assert.True(await _store.TrySubmitAsync(Samples.Submission(Samples.Header(other), null, json), Cancellation));
        Assert.Equal(json, (await _store.GetRevisionAsync(_key, 1, Cancellation))!.Json.ToArray());
        Assert.Equal(json, (await _store.GetRevisionAsync(other, 1, Cancellation))!.Json.ToArray());
        var rows = await Samples.RowsAsync(storage.Account, StorageNames.Returns, Partition);
        var name = Assert.Single(rows.Select(row => row.GetString("ContentBlob")).OfType<string>().Distinct(StringComparer.Ordinal));
        var blob = await storage.Account.Blobs.GetBlobContainerClient(StorageNames.LargeContent).GetBlobClient(name).DownloadContentAsync(Cancellation);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(blob.Value.Content)), name);
    }

    [Fact]
    public async Task Submit_ThatIsRefused_LeavesItsBlobHarmless()
    {
        var json = Samples.Incompressible(600 * KiB);
        var guard = await SaveAsync();
        Assert.False(await _store.TrySubmitAsync(Samples.Submission(Samples.Header(_key), null, json), Cancellation));
        Assert.True(await _store.TrySubmitAsync(Samples.Submission(Samples.Header(_key), guard, json), Cancellation));
        Assert.Equal(json, (await _store.GetRevisionAsync(_key, 1, Cancellation))!.Json.ToArray());
    }

    private async Task<string> SaveAsync()
    {
        Assert.True(await _store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key), null, Samples.Section("people")), Cancellation));
        return (await _store.LoadAsync(_key, null, Cancellation)).HeaderGuard!;
    }

    private async Task AssertRefusedAsync(SubmissionWrite write)
    {
        var before = await Samples.RowsAsync(storage.Account, StorageNames.Returns, Partition);
        Assert.False(await _store.TrySubmitAsync(write, Cancellation));
        var after = await Samples.RowsAsync(storage.Account, StorageNames.Returns, Partition);
        Assert.Equal(before.Select(row => (row.RowKey, row.ETag)), after.Select(row => (row.RowKey, row.ETag)));
    }
}
