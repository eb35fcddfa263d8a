using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions;

/// <summary>Queue <c>consolidate-report</c>: builds a period's consolidated report.</summary>
internal static class ConsolidateReportFunction
{
    public const string Name = "ConsolidateReport";

    public static void Map(IEndpointRouteBuilder app) =>
        Events.MapQueue(app, Name, MessageJson.Default.ConsolidateReportMessage,
            (message, services, cancellation) => services.GetRequiredService<ConsolidateReport>().RunAsync(message, cancellation));
}
