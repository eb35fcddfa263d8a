using System.Diagnostics;
using System.Net;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Local;

public sealed class CrashTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Handler_AfterACrash_IsStartedAgainAtOnce()
    {
        await using var app = await new TestApp().Http("Site", "{*path}").StartAsync(azurite.ConnectionString);
        var first = app.Host.HandlerProcessId;

        await ExitAsync(app, 3);
        await app.Host.WhenReadyAsync();

        using var client = app.Client();
        Assert.Equal("ok", await client.GetStringAsync("/"));
        Assert.NotEqual(first, app.Host.HandlerProcessId);
    }

    [Fact]
    public async Task Handler_AtTheThirdCrash_StopsTheHost()
    {
        await using var app = await new TestApp().Http("Site", "{*path}").StartAsync(azurite.ConnectionString);
        for (var crash = 1; crash <= 3; crash++)
        {
            await app.Host.WhenReadyAsync();
            Assert.False(app.Host.Stopped.IsCompleted);
            await ExitAsync(app, 3);
        }

        var sentence = await app.Host.Stopped.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("failed 3 times", sentence, StringComparison.Ordinal);
        using var client = app.Client();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/"));
    }

    [Fact]
    public async Task Handler_ThatEndsWithZero_IsNotStartedAgain()
    {
        await using var app = await new TestApp().Http("Site", "{*path}").StartAsync(azurite.ConnectionString);

        await ExitAsync(app, 0);

        await TestApp.UntilAsync(() => app.Log.Any(line => line.Text.Contains("does not start it again", StringComparison.Ordinal)));
        using var client = app.Client();
        using var answer = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.False(app.Host.Stopped.IsCompleted);
    }

    [Fact]
    public async Task Handler_ThatAsksForARestart_GetsItMoreThanThreeTimes()
    {
        await using var app = await new TestApp().Http("Site", "{*path}").StartAsync(azurite.ConnectionString);
        for (var restart = 0; restart < 4; restart++)
        {
            await ExitAsync(app, 200);
            await app.Host.WhenReadyAsync();
        }

        using var client = app.Client();
        Assert.Equal("ok", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Handler_KilledByThePlatform_ComesBackAndNoErrorIsCounted()
    {
        await using var app = await new TestApp().Http("Site", "{*path}").StartAsync(azurite.ConnectionString);
        for (var kill = 0; kill < 4; kill++)
        {
            await app.Host.KillHandlerAsync();
            await app.Host.WhenReadyAsync();
        }

        using var client = app.Client();
        Assert.Equal("ok", await client.GetStringAsync("/"));
        Assert.False(app.Host.Stopped.IsCompleted);
    }

    [Fact]
    public async Task Handler_ThatNeverStarts_IsRefusedWithItsLastError()
    {
        await using var app = new TestApp();

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => app.StartAsync(azurite.ConnectionString, settings: ("EXIT_AT_START", "7")));

        Assert.Contains("exit code 7", refused.Message, StringComparison.Ordinal);
        Assert.Contains("told to end at once", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_WhenTheHostStops_IsGone()
    {
        var app = await new TestApp().StartAsync(azurite.ConnectionString);
        using var handler = Process.GetProcessById(app.Host.HandlerProcessId);

        await app.DisposeAsync();

        Assert.True(handler.HasExited);
    }

    private static async Task ExitAsync(TestApp app, int code)
    {
        var before = app.Host.HandlerProcessId;
        using var process = Process.GetProcessById(before);
        using var client = app.Client();
        using var answer = await client.GetAsync($"/exit/{code}");
        Assert.False(answer.IsSuccessStatusCode);
        await process.WaitForExitAsync();
        await TestApp.UntilAsync(() => !IsRunning(app, before));
    }

    private static bool IsRunning(TestApp app, int id)
    {
        try
        {
            return app.Host.HandlerProcessId == id;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
