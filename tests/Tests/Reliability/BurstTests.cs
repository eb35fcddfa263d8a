using System.Diagnostics;
using System.Net;
using MonitoringReturns.Local.Host;
using MonitoringReturns.Local.Packaging;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>
/// Deadline night: 500 submissions to one programme through the stand-in for the host, on the packaged app, while the handler is killed
/// without warning. Slow (about half a minute): it waits for real queues.
/// </summary>
[Collection(ReliabilityCollection.Name)]
public sealed class BurstTests
{
    private const int Submissions = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Burst_Of500SubmissionsWithTwoKills_MakesFewRebuildsAndTheLastHoldsAll()
    {
        await using var azurite = await Azurite.StartAsync(dataFolder: null, Console.WriteLine);
        await StorageAccount.Connect(azurite.ConnectionString).CreateAllAsync();
        var layout = await AppLayout.EnsureAsync(AppBuild.Quick, Console.WriteLine);
        await using var host = await FunctionsHost.StartAsync(new FunctionsHostOptions
        {
            AppFolder = layout.Folder,
            StorageConnectionString = azurite.ConnectionString,
            VisibilityTimeout = TimeSpan.FromSeconds(2),
            MessageLease = TimeSpan.FromSeconds(4),
            Settings = await AppSettings.WithAsync(("Demo__TimeTravel", "true"), ("Reports__QuietSeconds", "5"), ("Reports__LeaseSeconds", "5")),
        });
        await using var app = RunningApp.At(host.BaseAddress, azurite.ConnectionString);
        var test = await SmallCase.SetUpAsync(app, awards: Submissions);

        var kills = KillTwiceAsync(host, test);
        await Parallel.ForAsync(1, Submissions + 1, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) => await FileUntilItIsInAsync(test, number));
        await kills;

        var report = await UntilAllAreInAsync(test, host);
        Assert.Equal(Submissions, report.Json.GetProperty("published").GetProperty("revisions").GetInt32());
        Assert.InRange(report.Json.GetProperty("published").GetProperty("cut").GetInt64(), 1, 14);
        Assert.All(report.Json.GetProperty("manifest").GetProperty("returns").EnumerateArray(), entry => Assert.Equal(1, entry.GetProperty("revision").GetInt32()));
    }

    private static async Task KillTwiceAsync(FunctionsHost host, SmallCase test)
    {
        foreach (var filed in new[] { 100, 300 })
        {
            while (await FiledAsync(test) < filed)
                await Task.Delay(50);
            await host.KillHandlerAsync();
        }
    }

    /// <summary>What a charity's program does: the same again, with the same key, until it has its receipt.</summary>
    private static async Task FileUntilItIsInAsync(SmallCase test, int number)
    {
        var award = $"a-{number:D4}";
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var saved = await TryAsync(() => test.SaveAsync(award, $$$"""{"helped":{"value":{{{number}}},"basedOn":0}}"""));
            if (saved?.Status == HttpStatusCode.OK
                && await TryAsync(() => test.SubmitAsync(award, "\"1\"", key: award)) is { Status: HttpStatusCode.Created or HttpStatusCode.OK })
                return;
            Assert.True(waited.Elapsed < Patience, $"{award} does not get in: {saved?.Status}");
            await Task.Delay(100);
        }
    }

    private static async Task<Answer?> TryAsync(Func<Task<Answer>> call)
    {
        try
        {
            return await call();
        }
        catch (HttpRequestException)
        {
            // The handler was killed under this request.
            return null;
        }
    }

    private static async Task<int> FiledAsync(SmallCase test)
    {
        var count = 0;
        await foreach (var header in new ReturnStore(StorageAccount.Connect(test.App.ConnectionString)).HeadersAsync(test.Programme, test.Key("a-0001").Period, default))
            count += header.Revision;
        return count;
    }

    private static async Task<Answer> UntilAllAreInAsync(SmallCase test, FunctionsHost host)
    {
        var waited = Stopwatch.StartNew();
        var swept = false;
        while (true)
        {
            var report = await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q1}");
            if (report.Status == HttpStatusCode.OK && report.Json.TryGetProperty("published", out var published) && published.GetProperty("revisions").GetInt32() == Submissions)
                return report;
            // A kill may have come between a commit and its message; the minute's sweep is not waited for.
            if (!swept && waited.Elapsed > TimeSpan.FromSeconds(15))
                swept = await host.InvokeTimerAsync("SweepOutbox");
            Assert.True(waited.Elapsed < Patience, $"The report does not get complete: {report.Status}");
            await Task.Delay(200);
        }
    }
}
