using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Protocols;
using MonitoringReturns.Functions.SignIn;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>What a provider publishes, once it is old and the provider hangs or is away.</summary>
public sealed class ProviderDiscoveryTests
{
    private static readonly TimeSpan Old = TimeSpan.FromHours(13);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly TickingClock _clock = new();
    private readonly Published _published = new();

    [Fact]
    public async Task Reading_ThatFailedAgain_CountsForAMinuteAndIsNotTriedMeanwhile()
    {
        var discovery = Discovery();
        var first = await discovery.GetAsync(Cancellation);
        _clock.Now += Old;
        _published.Answer = () => Task.FromException<string>(new IOException("It is away."));

        for (var time = 0; time < 20; time++)
            Assert.Same(first, await discovery.GetAsync(Cancellation));
        Assert.Equal(2, _published.Asked);
        _clock.Now += TimeSpan.FromSeconds(61);
        Assert.Same(first, await discovery.GetAsync(Cancellation));
        Assert.Equal(3, _published.Asked);

        _published.Answer = Published.Usual;
        // A key that is not known yet is asked for at once, as ever.
        Assert.NotSame(first, await discovery.GetNewerAsync(Cancellation));
        Assert.Equal(4, _published.Asked);
    }

    [Fact]
    public async Task Provider_ThatHangs_HoldsUpTheOneWhoReadsItAndNobodyElse()
    {
        var discovery = Discovery();
        var first = await discovery.GetAsync(Cancellation);
        _clock.Now += Old;
        var hanging = new TaskCompletionSource<string>();
        _published.Answer = () => hanging.Task;

        var reader = discovery.GetAsync(Cancellation);
        for (var time = 0; time < 20; time++)
            Assert.Same(first, await discovery.GetAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(5), Cancellation));
        Assert.False(reader.IsCompleted);
        hanging.SetException(new IOException("It took too long."));

        Assert.Same(first, await reader);
        Assert.Equal(2, _published.Asked);
    }

    [Fact]
    public async Task Reading_ThatSucceedsAgain_TakesThePlaceOfTheOldOne()
    {
        var discovery = Discovery();
        var first = await discovery.GetAsync(Cancellation);
        _clock.Now += Old;
        var second = await discovery.GetAsync(Cancellation);
        Assert.NotSame(first, second);
        Assert.Same(second, await discovery.GetAsync(Cancellation));
        Assert.Equal(2, _published.Asked);
    }

    private ProviderDiscovery Discovery() => new(new Uri("https://sign-in.example/"), _published, NullLogger<ProviderDiscovery>.Instance, _clock);

    private sealed class Published : IDocumentRetriever
    {
        public static readonly Func<Task<string>> Usual = () => Task.FromResult("""{"issuer":"https://sign-in.example/"}""");

        public Func<Task<string>> Answer { get; set; } = Usual;

        public int Asked { get; private set; }

        public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            Asked++;
            return Answer();
        }
    }

    private sealed class TickingClock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromDays(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
