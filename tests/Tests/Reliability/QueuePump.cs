using System.Diagnostics;
using System.Net;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>Delivers what lies in the queues as the host does, with the tests' own impatience: a failed message is visible again after a moment.</summary>
internal sealed class QueuePump(SmallCase test, RunningClock? clock = null)
{
    // Longer than a slow machine needs for a whole receipt of messages: one that comes back meanwhile can't be deleted by whoever handled it.
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int Most = 32;

    private readonly StorageAccount _account = StorageAccount.Connect(test.App.ConnectionString);

    private string _lastFailure = "no message failed, but more come";

    /// <summary>Until nothing lies in the queues, delayed messages included.</summary>
    public async Task UntilEmptyAsync()
    {
        var waited = Stopwatch.StartNew();
        while (await OnceAsync() || await AnyLeftAsync())
        {
            if (waited.Elapsed > Patience)
            {
                // What keeps coming must not reach the next test, whose clock may stand before this one's.
                foreach (var queue in StorageNames.Queues)
                    await _account.Queues.GetQueueClient(queue).ClearMessagesAsync();
                Assert.Fail($"The queues do not come to rest: {_lastFailure}");
            }
            await Task.Delay(20);
        }
    }

    /// <summary>Until nothing is there to be delivered at this moment, where others may be at the same queues.</summary>
    public async Task UntilQuietAsync()
    {
        for (var tries = 0; tries < 50 && await OnceAsync(); tries++)
            await Task.Delay(20);
    }

    /// <returns>Whether a message was there.</returns>
    /// <param name="only">The one queue that is looked at; null for all.</param>
    public async Task<bool> OnceAsync(int times = 1, string? only = null)
    {
        var any = false;
        foreach (var (queue, function) in new[] { (StorageNames.ApplyProjections, "ApplyProjections"), (StorageNames.ConsolidateReport, "ConsolidateReport"), (StorageNames.FollowSetup, "FollowSetup"), (StorageNames.NotifyPeople, "NotifyPeople") })
        {
            if (only is not null && only != queue)
                continue;
            var client = _account.Queues.GetQueueClient(queue);
            QueueMessage[] messages;
            do
            {
                messages = await client.ReceiveMessagesAsync(maxMessages: Most, visibilityTimeout: Hidden);
                foreach (var message in messages)
                {
                    any = true;
                    await DeliverAsync(client, message, function, times);
                }
            }
            // Those that fail come first again, and would keep the others waiting.
            while (messages.Length == Most);
        }
        return any;
    }

    private async Task DeliverAsync(QueueClient client, QueueMessage message, string function, int times)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => test.DeliverAsync(function, message.MessageText, clock?.Now)));
        if (answers.All(answer => answer.Status == HttpStatusCode.OK))
        {
            await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            return;
        }
        await client.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: Again);
        _lastFailure = $"{function} answers {answers[0].Status} to {message.MessageText}";
    }

    private async Task<bool> AnyLeftAsync()
    {
        foreach (var queue in StorageNames.Queues)
            if ((await _account.Queues.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
                return true;
        return false;
    }
}
