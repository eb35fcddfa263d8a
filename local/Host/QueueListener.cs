using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace MonitoringReturns.Local.Host;

/// <summary>Works through one queue as the Storage queues extension does: batches, hiding, renewal, retries, poison queue.</summary>
internal sealed class QueueListener(QueueFunction function, QueueSettings settings, Invoker invoker, FunctionsHostOptions options)
{
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(100);

    private readonly QueueClient _queue = new(options.StorageConnectionString, function.Queue);
    private readonly QueueClient _poison = new(options.StorageConnectionString, $"{function.Queue}-poison");

    public Task CreateQueueAsync(CancellationToken cancellation) => _queue.CreateIfNotExistsAsync(cancellationToken: cancellation);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var running = new List<Task>();
        var pause = ShortestPoll;
        while (true)
        {
            foreach (var ended in running.Where(task => task.IsCompleted))
                await ended;
            running.RemoveAll(task => task.IsCompleted);
            if (running.Count > settings.NewBatchThreshold)
            {
                await Task.WhenAny(running).WaitAsync(cancellation);
                continue;
            }
            var messages = await ReceiveAsync(cancellation);
            running.AddRange(messages.Select(message => WorkAsync(message, cancellation)));
            if (messages.Length > 0)
            {
                pause = ShortestPoll;
                continue;
            }
            await Task.Delay(pause, cancellation);
            pause = pause * 2 < settings.MaxPollingInterval ? pause * 2 : settings.MaxPollingInterval;
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken cancellation)
    {
        try
        {
            return (await _queue.ReceiveMessagesAsync(settings.BatchSize, options.MessageLease, cancellation)).Value;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            await CreateQueueAsync(cancellation);
            return [];
        }
        catch (RequestFailedException away)
        {
            return NoneRead(away.Message);
        }
        catch (AggregateException away) when (!cancellation.IsCancellationRequested)
        {
            // The storage client throws this when all of its tries failed.
            return NoneRead(away.InnerExceptions[^1].Message);
        }
    }

    private QueueMessage[] NoneRead(string why)
    {
        Say($"the queue {function.Queue} could not be read: {why}");
        return [];
    }

    private async Task WorkAsync(QueueMessage message, CancellationToken cancellation)
    {
        var receipt = message.PopReceipt;
        try
        {
            if (Decode(message.MessageText) is not { } text)
            {
                Say($"message {message.MessageId} is not Base64: it goes to {_poison.Name}");
                await PoisonAsync(message, receipt, cancellation);
                return;
            }
            if (message.DequeueCount > settings.MaxDequeueCount)
            {
                await PoisonAsync(message, receipt, cancellation);
                return;
            }

            var body = InvocationBody.ForMessage(function, message, text, options.Clock.GetUtcNow());
            var invocation = invoker.InvokeAsync(function, body, cancellation);
            while (!await EndsWithinAsync(options.MessageLease / 2, invocation, cancellation))
                receipt = (await _queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: options.MessageLease, cancellationToken: cancellation)).Value.PopReceipt;

            if (await invocation)
                await _queue.DeleteMessageAsync(message.MessageId, receipt, cancellation);
            else if (message.DequeueCount >= settings.MaxDequeueCount)
                await PoisonAsync(message, receipt, cancellation);
            else
                await _queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: options.VisibilityTimeout ?? settings.VisibilityTimeout, cancellationToken: cancellation);
        }
        catch (RequestFailedException taken) when (taken.Status == 404)
        {
            Say($"message {message.MessageId} was gone when its run ended");
        }
        catch (RequestFailedException away)
        {
            Say($"message {message.MessageId} could not be settled and will come again: {away.Message}");
        }
        catch (AggregateException away) when (!cancellation.IsCancellationRequested)
        {
            Say($"message {message.MessageId} could not be settled and will come again: {away.InnerExceptions[^1].Message}");
        }
    }

    private async Task<bool> EndsWithinAsync(TimeSpan patience, Task invocation, CancellationToken cancellation)
    {
        try
        {
            await invocation.WaitAsync(patience, options.Clock, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task PoisonAsync(QueueMessage message, string receipt, CancellationToken cancellation)
    {
        await _poison.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await _poison.SendMessageAsync(message.MessageText, visibilityTimeout: null, timeToLive: TimeSpan.FromSeconds(-1), cancellation);
        await _queue.DeleteMessageAsync(message.MessageId, receipt, cancellation);
    }

    private string? Decode(string text)
    {
        if (!settings.Base64)
            return text;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private void Say(string what) => options.Log(new HostLine(FromHandler: false, IsError: true, $"{function.Name}: {what}."));
}
