using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Queues;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Storage;

/// <summary>Sends messages to the queues that the queue functions are triggered by.</summary>
public sealed class WorkQueue(StorageAccount account) : IWorkQueue
{
    private readonly QueueClient _consolidate = account.Queues.GetQueueClient(StorageNames.ConsolidateReport);
    private readonly QueueClient _project = account.Queues.GetQueueClient(StorageNames.ApplyProjections);

    public async Task SendAsync(ConsolidateReportMessage message, TimeSpan delay, CancellationToken cancellation) =>
        await _consolidate.SendMessageAsync(
            JsonSerializer.Serialize(message, MessageJson.Default.ConsolidateReportMessage), delay, cancellationToken: cancellation);

    public async Task SendAsync(ApplyProjectionsMessage message, CancellationToken cancellation) =>
        await _project.SendMessageAsync(JsonSerializer.Serialize(message, MessageJson.Default.ApplyProjectionsMessage), cancellation);

    public async Task<bool> TrySendAsync(ApplyProjectionsMessage message, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(message, cancellation);
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
    }
}

/// <summary>The queue messages as JSON. No property may have the name of a message's own metadata, such as <c>id</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConsolidateReportMessage))]
[JsonSerializable(typeof(ApplyProjectionsMessage))]
public sealed partial class MessageJson : JsonSerializerContext;
