using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions;

/// <summary>Queue <c>follow-setup</c>: does what follows from a change of a programme or an award.</summary>
internal static class FollowSetupFunction
{
    public const string Name = "FollowSetup";

    public static void Map(IEndpointRouteBuilder app) =>
        Events.MapQueue(app, Name, MessageJson.Default.FollowSetupMessage,
            (message, services, cancellation) => services.GetRequiredService<FollowSetup>().RunAsync(message, cancellation));
}
