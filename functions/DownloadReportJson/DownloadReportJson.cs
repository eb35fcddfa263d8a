using MonitoringReturns.Functions.Api;
using MonitoringReturns.Workbooks.Json;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/reports/{programme}/{period}/consolidated.json</summary>
internal static class DownloadReportJsonFunction
{
    public const string Route = "api/v1/reports/{programme}/{period}/consolidated.json";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("DownloadReportJson").WithSummary($"The tables of the published report as JSON; the answers also a cell a row. {ReportQuery.InWords}")
            .Produces<string>(200, "application/json").Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static Task<IResult> RunAsync(string programme, string period, JsonTables format, HttpContext http, CancellationToken cancellation) =>
        ReportData.WriteAsync(programme, period, format, "application/json", "json", http, cancellation);
}
