using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Storage;

/// <summary>The record as it is stored beside what it is about, and what verifying says when somebody changed it.</summary>
public sealed class RecordStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ReturnStore _returns = new(storage.Account);
    private readonly RecordStore _record = new(storage.Account);
    private readonly OrganisationStore _organisations = new(storage.Account);
    private readonly ReturnKey _key = Samples.Return();
    private readonly FormId _form = new(Samples.NewId());

    private string Partition => $"{_key.Programme}|{_key.Period}";

    private VerifyRecord Verify => new(_returns, _record, _organisations, new ProgrammeStore(storage.Account));

    [Fact]
    public async Task Entries_OfAReturn_ComeBackAsTheyWereAndEndAtItsHead()
    {
        var entries = await FileAsync(_key);
        Assert.Equal(entries, await _record.OfAsync(_key, Cancellation).ToListAsync());
        var header = (await _returns.LoadAsync(_key, null, Cancellation)).Header!;
        Assert.Equal(RecordChain.HeadAfter(entries[^1]), header.Record);
        Assert.Equal((Samples.Ann, new DateOnly(2026, 7, 3)), (header.EditedBy, header.EditedOn));
    }

    [Fact]
    public async Task Entries_OfAwardsWhoseIdsBeginAlike_KeepApart()
    {
        foreach (var award in new[] { "a", "a-1", "a1" })
            await FileAsync(_key with { Award = new AwardId(award) });
        var verified = await Verify.PeriodAsync(_key.Programme, _key.Period, Cancellation);
        Assert.Equal((3, 6L), (verified.Chains, verified.Entries));
        Assert.Empty(verified.Breaks);
    }

    [Fact]
    public async Task Save_WithAnEntryThatStandsAlready_WritesNothing()
    {
        await FileAsync(_key);
        var work = await _returns.LoadAsync(_key, null, Cancellation);
        var entry = Samples.Entry(work.Header! with { Record = RecordHead.Empty }, Deed.Accepted);
        var write = new DraftWrite(work.Header! with { Change = 9 }, work.HeaderGuard, [], null, entry);
        Assert.False(await _returns.TrySaveDraftAsync(write, Cancellation));
        Assert.NotEqual(9, (await _returns.LoadAsync(_key, null, Cancellation)).Header!.Change);
    }

    [Theory]
    [InlineData("By", "p-someone-else")]
    [InlineData("For", "GB-LAE-TWH")]
    [InlineData("Deed", "Accepted")]
    [InlineData("About", "revision 9")]
    [InlineData("StateAfter", "0000")]
    [InlineData("Digest", "0000")]
    public async Task Entry_AlteredInTheTable_IsFoundOut(string property, string value)
    {
        await FileAsync(_key);
        await ChangeAsync("e|award-017!000002", row => row[property] = value);
        var broken = Assert.Single((await Verify.PeriodAsync(_key.Programme, _key.Period, Cancellation)).Breaks);
        Assert.Equal(2, broken.Number);
    }

    [Fact]
    public async Task Time_AlteredInTheTable_IsFoundOut()
    {
        await FileAsync(_key);
        await ChangeAsync("e|award-017!000001", row => row["At"] = Samples.Morning.AddSeconds(1));
        Assert.Equal(1, Assert.Single((await Verify.PeriodAsync(_key.Programme, _key.Period, Cancellation)).Breaks).Number);
    }

    [Theory]
    [InlineData("e|award-017!000001", 1)]
    [InlineData("e|award-017!000002", 2)]
    public async Task Entry_TakenOut_IsFoundOut(string row, int number)
    {
        await FileAsync(_key);
        await Table(StorageNames.Returns).DeleteEntityAsync(Partition, row, cancellationToken: Cancellation);
        Assert.Equal(number, Assert.Single((await Verify.PeriodAsync(_key.Programme, _key.Period, Cancellation)).Breaks).Number);
    }

    [Fact]
    public async Task Digest_OfAReturnAlteredInTheTable_IsFoundOut()
    {
        await FileAsync(_key);
        await ChangeAsync("h|award-017", row => row["Digest"] = new string('0', 64));
        Assert.Contains("digest", Assert.Single((await Verify.PeriodAsync(_key.Programme, _key.Period, Cancellation)).Breaks).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithVersionsAdded_HasAChainThatVerifies()
    {
        for (var version = 1; version <= 3; version++)
        {
            await new FormStore(storage.Account, new FixedClock(Samples.Morning)).AddAsync(Document(version), Samples.Ann, Samples.Charity, Cancellation);
            await new FormStore(storage.Account).AddAsync(Document(version), MemberId.NewPerson(), null, Cancellation);
        }
        var entries = await _record.OfAsync(_form, Cancellation).ToListAsync();
        Assert.Equal(["version 1", "version 2", "version 3"], entries.Select(entry => entry.About));
        Assert.All(entries, entry => Assert.Equal((Samples.Ann, (OrganisationId?)Samples.Charity, Samples.Morning), (entry.By, entry.For, entry.At)));
        Assert.Equal(RecordChain.HeadAfter(entries[^1]), await _record.HeadOfAsync(_form, Cancellation));
        var verified = await Verify.FormAsync(_form, Cancellation);
        Assert.Equal((3L, 0), (verified.Entries, verified.Breaks.Count));
    }

    [Fact]
    public async Task Form_WithVersionsAddedAtOnce_HasOneChain()
    {
        await Task.WhenAll(Enumerable.Range(1, 6).Select(version =>
            new FormStore(storage.Account).AddAsync(Document(version), Samples.Ann, null, Cancellation)));
        var verified = await Verify.FormAsync(_form, Cancellation);
        Assert.Equal((6L, 0), (verified.Entries, verified.Breaks.Count));
    }

    [Fact]
    public async Task FormVersion_WhoseAnswerIsLost_HasOneEntry()
    {
        var store = new FormStore(storage.ConnectBy(InterruptedTransport.LosingTheFirstTransactionsAnswer()));
        await store.AddAsync(Document(1), Samples.Ann, null, Cancellation);
        Assert.Single(await _record.OfAsync(_form, Cancellation).ToListAsync());
    }

    [Fact]
    public async Task Organisation_AlteredInTheTable_IsFoundOut()
    {
        var id = Samples.NewProvider();
        var details = new OrganisationDetails(_organisations, new FixedClock(Samples.Morning));
        var added = new Organisation { Id = id, Name = "Bow", Kind = OrganisationKind.Charity };
        Assert.Null((await details.AddAsync(added, Samples.Ann, null, Cancellation)).Problem);
        Assert.Empty((await Verify.OrganisationAsync(id, Cancellation)).Breaks);

        // Other details, written past the record.
        var other = Samples.NewProvider();
        Assert.Null((await details.AddAsync(added with { Id = other, Name = "Poplar" }, Samples.Ann, null, Cancellation)).Problem);
        var (mine, theirs) = (await HeadOfAsync(id), await HeadOfAsync(other));
        mine["Content0"] = theirs.GetBinary("Content0");
        await Table(StorageNames.Organisations).UpdateEntityAsync(mine, mine.ETag, TableUpdateMode.Replace, Cancellation);
        Assert.Single((await Verify.OrganisationAsync(id, Cancellation)).Breaks);
    }

    /// <summary>Saves and submits.</summary>
    private async Task<List<RecordEntry>> FileAsync(ReturnKey key)
    {
        var header = Samples.Header(key);
        var first = Samples.Entry(header, Deed.DraftChanged, null, new string('a', 64));
        header = header with { Record = RecordChain.HeadAfter(first), EditedBy = Samples.Ann, EditedOn = new DateOnly(2026, 7, 3) };
        Assert.True(await _returns.TrySaveDraftAsync(Samples.Save(header, null, Samples.Section("people")) with { Entry = first }, Cancellation));
        var submission = Samples.Submission(header, (await _returns.LoadAsync(key, null, Cancellation)).HeaderGuard);
        Assert.True(await _returns.TrySubmitAsync(submission, Cancellation));
        return [first, submission.Entry];
    }

    private TableClient Table(string name) => storage.Account.Tables.GetTableClient(name);

    private async Task ChangeAsync(string key, Action<TableEntity> change)
    {
        var row = (await Table(StorageNames.Returns).GetEntityAsync<TableEntity>(Partition, key, cancellationToken: Cancellation)).Value;
        change(row);
        await Table(StorageNames.Returns).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
    }

    private async Task<TableEntity> HeadOfAsync(OrganisationId id) =>
        (await Table(StorageNames.Organisations).GetEntityAsync<TableEntity>(id.Value, "h", cancellationToken: Cancellation)).Value;

    private byte[] Document(int version) => Encoding.UTF8.GetBytes(
        $$"""
        { "version": {{version}}, "form": "{{_form}}", "title": "Quarterly return", "sections": [
          { "id": "people", "title": "People", "questions": [ { "id": "people-helped", "type": "count", "label": "People helped" } ] } ] }
        """);
}
