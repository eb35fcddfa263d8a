using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions;

/// <summary>Queue <c>apply-projections</c>: does what follows from an outbox item.</summary>
internal static class ApplyProjectionsFunction
{
    public const string Name = "ApplyProjections";

    public static void Map(IEndpointRouteBuilder app) =>
        Events.MapQueue(app, Name, MessageJson.Default.ApplyProjectionsMessage,
            (message, services, cancellation) => services.GetRequiredService<ApplyProjections>().RunAsync(message, cancellation));
}
