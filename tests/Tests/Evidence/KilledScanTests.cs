using System.Net;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.Evidence;

/// <summary>Kills the app at every single call to storage while it checks a file; the message comes again, and the outbox leads to it.</summary>
public sealed class KilledScanTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    /// <summary>Before each call: what storage holds after a call is what it holds before the next one, and after the last it is the whole way, walked at the end.</summary>
    [Fact]
    public async Task Scan_KilledAtAnyCall_AddsTheFileOnce()
    {
        await using var healthy = await RunningApp.StartAsync(storage.ConnectionString);
        var deaths = 0;
        for (var call = 1; ; call++)
        {
            var test = await EvidenceCase.SetUpAsync(healthy);
            var file = await test.SendAsync("a.png", SampleFiles.Png);
            var transport = new MortalTransport(call, afterTheCall: false);
            await using (var mortal = await RunningApp.StartAsync(storage.ConnectionString, StorageAccount.Connect(storage.ConnectionString, transport)))
                await new EvidenceCase(test.Test.On(mortal)).ScanAsync(file);

            Assert.Equal((call, HttpStatusCode.OK), (call, (await test.ScanAsync(file)).Status));

            var (version, answer) = await test.AnswerAsync();
            Assert.Equal((call, 1, 1), (call, version, answer.GetArrayLength()));
            Assert.Equal(["FileAdded"], await test.DeedsAsync());
            Assert.Equal((call, false, true), (call, await test.IsThereAsync(StorageNames.Quarantine, file), await test.IsThereAsync(StorageNames.Evidence, file)));
            if (!transport.Died)
                break;
            deaths++;
        }
        Assert.InRange(deaths, 8, 60);
    }

    [Fact]
    public async Task Announcement_WhoseMessageWasLost_IsFoundByTheSweeper()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString);
        var test = await EvidenceCase.SetUpAsync(app);
        var file = await test.SendAsync("a.png", SampleFiles.Png);
        foreach (var queue in StorageNames.Queues)
            await test.Account.Queues.GetQueueClient(queue).ClearMessagesAsync();

        Assert.Equal(HttpStatusCode.OK, (await test.Test.SendAsync(HttpMethod.Post, "/SweepOutbox", "{}", SmallCase.InTime.AddMinutes(5), SmallCase.FromHost)).Status);
        for (var tries = 0; await test.StateAsync(file) != FileState.Clean; tries++)
        {
            Assert.True(tries < 100, "The file is not checked.");
            await PumpAsync(test, StorageNames.ApplyProjections, "ApplyProjections");
            await PumpAsync(test, StorageNames.ScanFile, "ScanFile");
        }
        Assert.Equal(1, (await test.AnswerAsync()).Version);
    }

    private static async Task PumpAsync(EvidenceCase test, string queue, string function)
    {
        var client = test.Account.Queues.GetQueueClient(queue);
        foreach (var message in (await client.ReceiveMessagesAsync(32)).Value)
            if ((await test.Test.DeliverAsync(function, message.MessageText)).Status == HttpStatusCode.OK)
                await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }
}
