using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>Every minute: sends again what stayed in an outbox.</summary>
internal static class SweepOutboxFunction
{
    public const string Name = "SweepOutbox";

    public static void Map(IEndpointRouteBuilder app) =>
        Events.MapTimer(app, Name, (services, cancellation) => services.GetRequiredService<SweepOutbox>().RunAsync(cancellation));
}
