using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Identity;
using Azure.Storage.Queues;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Storage;

/// <summary>Sends messages to the queues that the queue functions are triggered by.</summary>
public sealed class WorkQueue(StorageAccount account) : IWorkQueue
{
    /// <summary>How long one who has stored something waits for its message to be taken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>As the service writes "never": by default a message would be gone after seven days, done or not.</summary>
    private static readonly TimeSpan NeverExpires = TimeSpan.FromSeconds(-1);

    private readonly QueueClient _consolidate = account.Queues.GetQueueClient(StorageNames.ConsolidateReport);
    private readonly QueueClient _project = account.Queues.GetQueueClient(StorageNames.ApplyProjections);
    private readonly QueueClient _notify = account.Queues.GetQueueClient(StorageNames.NotifyPeople);
    private readonly QueueClient _follow = account.Queues.GetQueueClient(StorageNames.FollowSetup);
    private readonly QueueClient _scan = account.Queues.GetQueueClient(StorageNames.ScanFile);

    public async Task SendAsync(ConsolidateReportMessage message, TimeSpan delay, CancellationToken cancellation) =>
        await _consolidate.SendMessageAsync(
            JsonSerializer.Serialize(message, MessageJson.Default.ConsolidateReportMessage), delay, NeverExpires, cancellation);

    public async Task SendAsync(ApplyProjectionsMessage message, CancellationToken cancellation) =>
        await _project.SendMessageAsync(
            JsonSerializer.Serialize(message, MessageJson.Default.ApplyProjectionsMessage), TimeSpan.Zero, NeverExpires, cancellation);

    public async Task SendAsync(NotifyPeopleMessage message, TimeSpan delay, CancellationToken cancellation) =>
        await _notify.SendMessageAsync(JsonSerializer.Serialize(message, MessageJson.Default.NotifyPeopleMessage), delay, NeverExpires, cancellation);

    public async Task SendAsync(ScanFileMessage message, CancellationToken cancellation) =>
        await _scan.SendMessageAsync(JsonSerializer.Serialize(message, MessageJson.Default.ScanFileMessage), TimeSpan.Zero, NeverExpires, cancellation);

    public async Task SendAsync(FollowSetupMessage message, CancellationToken cancellation) =>
        await _follow.SendMessageAsync(JsonSerializer.Serialize(message, MessageJson.Default.FollowSetupMessage), TimeSpan.Zero, NeverExpires, cancellation);

    public Task<bool> TrySendAsync(ApplyProjectionsMessage message, CancellationToken cancellation) => TryAsync(stop => SendAsync(message, stop), cancellation);

    public Task<bool> TrySendAsync(FollowSetupMessage message, CancellationToken cancellation) => TryAsync(stop => SendAsync(message, stop), cancellation);

    private static async Task<bool> TryAsync(Func<CancellationToken, Task> send, CancellationToken cancellation)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        soon.CancelAfter(Patience);
        try
        {
            await send(soon.Token);
            return true;
        }
        catch (RequestFailedException)
        {
            return false;
        }
        catch (AggregateException)
        {
            // Away also after the client's own tries.
            return false;
        }
        catch (AuthenticationFailedException)
        {
            // Where the app's identity is asked for is away.
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It takes too long.
            return false;
        }
    }
}

/// <summary>The queue messages as JSON. No property may have the name of a message's own metadata, such as <c>id</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConsolidateReportMessage))]
[JsonSerializable(typeof(ApplyProjectionsMessage))]
[JsonSerializable(typeof(NotifyPeopleMessage))]
[JsonSerializable(typeof(ScanFileMessage))]
[JsonSerializable(typeof(FollowSetupMessage))]
public sealed partial class MessageJson : JsonSerializerContext;
