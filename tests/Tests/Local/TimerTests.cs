using System.Text.Json;
using MonitoringReturns.Local.Host;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Local;

public sealed class TimerTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Timer_ByItsSchedule_RunsAndKnowsWhenItRanLast()
    {
        await using var app = await new TestApp().Timer("Sweep", "* * * * * *").StartAsync(azurite.ConnectionString);

        await TestApp.UntilAsync(() => app.Heard("/Sweep").Count >= 2);

        var (first, second) = (Status(app.Heard("/Sweep")[0]), Status(app.Heard("/Sweep")[1]));
        Assert.Equal(default, first.Last);
        Assert.InRange(second.Last, first.Next, second.Next);
        Assert.False(second.IsPastDue);
    }

    [Fact]
    public async Task Timer_WhenARunFails_IsNotRepeated()
    {
        await using var app = await new TestApp().Timer("Sweep", "0 0 0 1 1 *").StartAsync(azurite.ConnectionString, settings: ("TIMER_ANSWER", "500"));

        Assert.False(await app.Host.InvokeTimerAsync("Sweep"));

        await Task.Delay(300);
        Assert.Single(app.Heard("/Sweep"));
    }

    [Fact]
    public async Task Timer_WhileOneRunIsUnderWay_DoesNotRunBesideIt()
    {
        await using var app = await new TestApp().Timer("Sweep", "0 0 0 1 1 *").StartAsync(azurite.ConnectionString, settings: ("TIMER_ANSWER", "slow:500"));

        var first = app.Host.InvokeTimerAsync("Sweep");
        var second = app.Host.InvokeTimerAsync("Sweep");
        Assert.True(await first);

        Assert.False(second.IsCompleted);
        Assert.True(await second);
    }

    [Fact]
    public async Task Timer_ThatMissedARunWhileTheHostWasDown_RunsAtOncePastDue()
    {
        await using var app = new TestApp().Timer("Sweep", "0 0 0 1 1 *");
        var timers = Path.Combine(app.Folder, "timers");
        Directory.CreateDirectory(timers);
        await File.WriteAllTextAsync(Path.Combine(timers, "Sweep.json"),
            """{"Last":"2020-01-01T00:00:00+00:00","Next":"2021-01-01T00:00:00+00:00","LastUpdated":"2020-01-01T00:00:00+00:00"}""");
        await app.StartAsync(azurite.ConnectionString, options => options with { TimerFolder = timers });

        await TestApp.UntilAsync(() => app.Heard("/Sweep").Count == 1);

        Assert.True(Status(app.Heard("/Sweep")[0]).IsPastDue);
    }

    [Fact]
    public async Task Timer_WithDamagedMemory_IsRefusedNamingTheFile()
    {
        await using var app = new TestApp().Timer("Sweep", "0 0 0 1 1 *");
        var file = Path.Combine(app.Folder, "Sweep.json");
        await File.WriteAllTextAsync(file, "{");

        var refused = await Assert.ThrowsAsync<CannotStartException>(
            () => app.StartAsync(azurite.ConnectionString, options => options with { TimerFolder = app.Folder }));

        Assert.StartsWith(file, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 */5 * * * *", "2026-11-22T02:18:48Z", "2026-11-22T02:20:00Z")]
    [InlineData("0 */5 * * * *", "2026-11-22T02:20:00Z", "2026-11-22T02:25:00Z")]
    [InlineData("30 15 4 * * *", "2026-12-31T04:15:30Z", "2027-01-01T04:15:30Z")]
    [InlineData("0 0 9-17/4 * * 1-5", "2026-11-20T17:00:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("0,20,40 * * * * *", "2026-11-22T02:20:20.5Z", "2026-11-22T02:20:40Z")]
    [InlineData("10/25 0 0 1 4,7,10,1 *", "2026-11-22T00:00:00Z", "2027-01-01T00:00:10Z")]
    [InlineData("0 0 0 29 2 *", "2026-11-22T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 13 * 5", "2026-11-22T00:00:00Z", "2027-08-13T00:00:00Z")]
    public void Schedule_AfterAMoment_GivesTheNext(string schedule, string after, string next)
    {
        Assert.Equal(Moment(next), NcrontabSchedule.Parse(schedule).Next(Moment(after)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*/5 * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("* * * 0 * *")]
    [InlineData("* * * * 13 *")]
    [InlineData("* * * * * 7")]
    [InlineData("*/0 * * * * *")]
    [InlineData("5-1 * * * * *")]
    [InlineData("a * * * * *")]
    [InlineData("1,, * * * * *")]
    [InlineData("-1 * * * * *")]
    [InlineData("0 0 0 30 2 *")]
    [InlineData("00:05:00")]
    public void Schedule_ThatIsNoNcrontab_IsRefused(string schedule)
    {
        Assert.Throws<FormatException>(() => NcrontabSchedule.Parse(schedule));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static (DateTimeOffset Last, DateTimeOffset Next, bool IsPastDue) Status(HeardRequest call)
    {
        using var body = JsonDocument.Parse(call.Body);
        var timer = body.RootElement.GetProperty("Data").GetProperty("timer");
        var status = timer.GetProperty("ScheduleStatus");
        return (status.GetProperty("Last").GetDateTimeOffset(), status.GetProperty("Next").GetDateTimeOffset(), timer.GetProperty("IsPastDue").GetBoolean());
    }
}
