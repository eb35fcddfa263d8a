using MonitoringReturns.Core.Periods;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions;

/// <summary>Every hour, five minutes past: touches the periods that have opened or closed, and removes what was kept for seven days and nobody came for.</summary>
internal static class OpenAndClosePeriodsFunction
{
    public const string Name = "OpenAndClosePeriods";

    public static void Map(IEndpointRouteBuilder app) => Events.MapTimer(app, Name, RunAsync);

    private static async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<OpenAndClosePeriods>().RunAsync(cancellation);
        await services.GetRequiredService<KeptPostStore>().RemoveExpiredAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellation);
    }
}
