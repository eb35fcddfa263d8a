using Azure.Core;
using Azure.Core.Pipeline;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>The process was killed here: nothing after this can be done, tidying up included.</summary>
public sealed class KilledException() : Exception("Killed by the test.");

/// <summary>
/// Carries calls to storage until the one at which the process is killed: either before that call leaves, or after storage has done it
/// and before the answer is heard. From then on nothing gets through.
/// </summary>
internal sealed class MortalTransport(int dieAt, bool afterTheCall) : HttpPipelineTransport
{
    private readonly HttpClientTransport _real = new();
    private int _calls;

    /// <summary>Whether it lived long enough to be killed.</summary>
    public bool Died => _calls >= dieAt;

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var call = Interlocked.Increment(ref _calls);
        if (call > dieAt || (call == dieAt && !afterTheCall))
            throw new KilledException();
        await _real.ProcessAsync(message);
        if (call == dieAt)
            throw new KilledException();
    }
}
