using MonitoringReturns.Core.Periods;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>Every hour, five minutes past: touches the periods that have opened or closed.</summary>
internal static class OpenAndClosePeriodsFunction
{
    public const string Name = "OpenAndClosePeriods";

    public static void Map(IEndpointRouteBuilder app) =>
        Events.MapTimer(app, Name, (services, cancellation) => services.GetRequiredService<OpenAndClosePeriods>().RunAsync(cancellation));
}
