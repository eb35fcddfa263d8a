using MonitoringReturns.Functions.Api;
using MonitoringReturns.Workbooks.Csv;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/reports/{programme}/{period}/consolidated.csv</summary>
internal static class DownloadReportCsvFunction
{
    public const string Route = "api/v1/reports/{programme}/{period}/consolidated.csv";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("DownloadReportCsv").WithSummary($"The tables of the published report as CSV, one a table, in a zip file; the answers also a cell a row. {ReportQuery.InWords}")
            .Produces<byte[]>(200, "application/zip").Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static Task<IResult> RunAsync(string programme, string period, CsvFiles format, HttpContext http, CancellationToken cancellation) =>
        ReportData.WriteAsync(programme, period, format, "application/zip", "csv.zip", http, cancellation);
}
