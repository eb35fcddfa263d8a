using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MonitoringReturns.Tests.PortalPages.Keep;

/// <summary>What storage does when it is away.</summary>
internal enum StorageState
{
    There,

    /// <summary>Nothing listens.</summary>
    Refusing,

    /// <summary>Connections stand, and no answer comes.</summary>
    Silent,
}

/// <summary>Carries calls to storage while it is there.</summary>
internal sealed class SwitchedTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport _real = new();

    public StorageState State { get; set; }

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message)
    {
        if (State != StorageState.There)
            throw Refused();
        _real.Process(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (State == StorageState.Silent)
            await Task.Delay(Timeout.Infinite, message.CancellationToken);
        if (State == StorageState.Refusing)
            throw Refused();
        await _real.ProcessAsync(message);
    }

    private static RequestFailedException Refused() => new("Connection refused", new HttpRequestException("Connection refused"));
}
