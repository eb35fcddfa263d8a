using System.Diagnostics;
using System.Net;
using Azure.Storage.Queues.Models;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>Delivers what lies in the queues as the host does, with the tests' own impatience: a failed message is visible again after a moment.</summary>
internal sealed class QueuePump(SmallCase test, RunningClock? clock = null)
{
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly StorageAccount _account = StorageAccount.Connect(test.App.ConnectionString);

    private string _lastFailure = "no message failed, but more come";

    /// <summary>Until nothing lies in the queues, delayed messages included.</summary>
    public async Task UntilEmptyAsync()
    {
        var waited = Stopwatch.StartNew();
        while (await OnceAsync() || await AnyLeftAsync())
        {
            Assert.True(waited.Elapsed < Patience, $"The queues do not come to rest: {_lastFailure}");
            await Task.Delay(20);
        }
    }

    /// <returns>Whether a message was there.</returns>
    /// <param name="only">The one queue that is looked at; null for all.</param>
    public async Task<bool> OnceAsync(int times = 1, string? only = null)
    {
        var any = false;
        foreach (var (queue, function) in new[] { (StorageNames.ApplyProjections, "ApplyProjections"), (StorageNames.ConsolidateReport, "ConsolidateReport") })
        {
            if (only is not null && only != queue)
                continue;
            var client = _account.Queues.GetQueueClient(queue);
            QueueMessage[] messages = await client.ReceiveMessagesAsync(maxMessages: 32, visibilityTimeout: Hidden);
            foreach (var message in messages)
            {
                any = true;
                var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => test.DeliverAsync(function, message.MessageText, clock?.Now)));
                if (answers.All(answer => answer.Status == HttpStatusCode.OK))
                    await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                else
                    _lastFailure = $"{function} answers {answers[0].Status} to {message.MessageText}";
            }
        }
        return any;
    }

    private async Task<bool> AnyLeftAsync()
    {
        foreach (var queue in StorageNames.Queues)
            if ((await _account.Queues.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
                return true;
        return false;
    }
}
