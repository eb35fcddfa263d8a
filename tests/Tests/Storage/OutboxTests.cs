using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class OutboxTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly Outbox _outbox = new(storage.Account);
    private readonly ReturnStore _returns = new(storage.Account);
    private readonly ReturnKey _key = Samples.Return();

    [Fact]
    public async Task Item_Written_IsReadBackWhole()
    {
        var item = await WriteAsync(Samples.Morning.AddTicks(1));
        Assert.Equal(item, await _outbox.GetAsync(_key.Programme, _key.Period, item.Id, Cancellation));
    }

    [Fact]
    public async Task Item_NeverWritten_IsNotThere() =>
        Assert.Null(await _outbox.GetAsync(_key.Programme, _key.Period, OutboxItem.NewId(Samples.Morning), Cancellation));

    [Fact]
    public async Task Item_DeletedTwice_IsGone()
    {
        var item = await WriteAsync(Samples.Morning);
        await _outbox.DeleteAsync(_key.Programme, _key.Period, item.Id, Cancellation);
        await _outbox.DeleteAsync(_key.Programme, _key.Period, item.Id, Cancellation);
        Assert.Null(await _outbox.GetAsync(_key.Programme, _key.Period, item.Id, Cancellation));
    }

    [Fact]
    public async Task Due_AtAMoment_HasTheOlderItemsByTime()
    {
        var late = await WriteAsync(Samples.Morning.AddMinutes(2));
        var early = await WriteAsync(Samples.Morning);
        var middle = await WriteAsync(Samples.Morning.AddMinutes(1));
        var now = Samples.Morning.AddHours(1);
        Assert.Equal([early, middle, late], await DueAsync(now, now));
        Assert.Equal([early, middle], await DueAsync(late.At, now));
        Assert.Equal([early, middle, late], await DueAsync(late.At.AddTicks(1), now));
        Assert.Empty(await DueAsync(early.At, now));
    }

    [Fact]
    public async Task Due_OfAnotherPeriodOrProgramme_HasNoneOfThese()
    {
        await WriteAsync(Samples.Morning);
        var now = Samples.Morning.AddHours(1);
        Assert.Empty(await _outbox.DueAsync(_key.Programme, Samples.Summer, now, now, Cancellation).ToListAsync());
        Assert.Empty(await _outbox.DueAsync(Samples.Return().Programme, _key.Period, now, now, Cancellation).ToListAsync());
    }

    [Fact]
    public async Task Item_Postponed_IsNotDueUntilThenAndStaysWhole()
    {
        var item = await WriteAsync(Samples.Morning);
        var until = Samples.Morning.AddHours(1);
        await _outbox.PostponeAsync(item, until, Cancellation);
        Assert.Empty(await DueAsync(until, until.AddTicks(-1)));
        Assert.Equal([item], await DueAsync(until, until));
        Assert.Equal(item, await _outbox.GetAsync(_key.Programme, _key.Period, item.Id, Cancellation));
        await _outbox.PostponeAsync(item, until.AddHours(1), Cancellation);
        Assert.Empty(await DueAsync(until, until));
    }

    [Fact]
    public async Task Item_DoneMeanwhile_IsNotBroughtBackByPostponing()
    {
        var item = await WriteAsync(Samples.Morning);
        await _outbox.DeleteAsync(_key.Programme, _key.Period, item.Id, Cancellation);
        await _outbox.PostponeAsync(item, Samples.Morning.AddHours(1), Cancellation);
        Assert.Null(await _outbox.GetAsync(_key.Programme, _key.Period, item.Id, Cancellation));
    }

    private async Task<OutboxItem> WriteAsync(DateTimeOffset at)
    {
        var guard = (await _returns.LoadAsync(_key, null, Cancellation)).HeaderGuard;
        var item = Samples.Item(Samples.Header(_key), at);
        Assert.True(await _returns.TrySaveDraftAsync(new DraftWrite(Samples.Header(_key), guard, [], item, null), Cancellation));
        return item;
    }

    private async Task<List<OutboxItem>> DueAsync(DateTimeOffset writtenBefore, DateTimeOffset now) =>
        await _outbox.DueAsync(_key.Programme, _key.Period, writtenBefore, now, Cancellation).ToListAsync();
}
