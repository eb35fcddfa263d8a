using Azure.Core;
using Azure.Core.Pipeline;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Carries calls to storage, counts them, and lets one of them meet with something.</summary>
internal sealed class InterruptedTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport _real = new();
    private readonly Func<Request, bool> _which;
    private readonly Func<Task> _happens;
    private readonly bool _losesAnswer;
    private int _left = 1;
    private int _calls;

    private InterruptedTransport(Func<Request, bool> which, Func<Task> happens, bool losesAnswer) =>
        (_which, _happens, _losesAnswer) = (which, happens, losesAnswer);

    public int Calls => _calls;

    /// <summary>Nothing happens but counting.</summary>
    public static InterruptedTransport Never() => new(_ => false, () => Task.CompletedTask, losesAnswer: false);

    /// <summary>Something happens just before the first call of a kind leaves.</summary>
    public static InterruptedTransport Before(Func<Request, bool> which, Func<Task> happens) => new(which, happens, losesAnswer: false);

    /// <summary>The first transaction is carried out, and its answer never arrives.</summary>
    public static InterruptedTransport LosingTheFirstTransactionsAnswer() =>
        new(request => request.Uri.Path.EndsWith("/$batch", StringComparison.Ordinal), () => Task.CompletedTask, losesAnswer: true);

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref _calls);
        var now = _which(message.Request) && Interlocked.Exchange(ref _left, 0) == 1;
        if (now)
            await _happens();
        await _real.ProcessAsync(message);
        if (now && _losesAnswer)
            throw new IOException("The connection broke off.");
    }
}
