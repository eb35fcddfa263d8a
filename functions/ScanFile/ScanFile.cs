using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions;

/// <summary>Queue <c>scan-file</c>: checks an evidence file that was sent, or deletes what one left behind.</summary>
internal static class ScanFileFunction
{
    public const string Name = "ScanFile";

    public static void Map(IEndpointRouteBuilder app) =>
        Events.MapQueue(app, Name, MessageJson.Default.ScanFileMessage,
            (message, services, cancellation) => services.GetRequiredService<ScanFile>().RunAsync(message, cancellation));
}
