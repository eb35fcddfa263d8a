using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/reports/{programme}/{period}/consolidated.xlsx</summary>
internal static class DownloadReportFunction
{
    public const string Route = "api/v1/reports/{programme}/{period}/consolidated.xlsx";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("DownloadReport").WithSummary("The published consolidated report as a workbook")
            .Produces<byte[]>(200, ConsolidateReport.WorkbookType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, IReportStore reports, IReportFiles files, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var (state, _) = await reports.GetAsync(programmeId, periodId, cancellation);
        if (state.Published is not { } published)
            return ProblemAnswers.Of(new Problem(Catalogue.ReportNotBuilt, "A report is made as soon as a return of the period is in; look again in a minute."));
        var file = await files.OpenAsync(published.WorkbookFile, cancellation)
            ?? throw new InvalidDataException($"The workbook {published.WorkbookFile} is published and not stored.");
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.ContentLength = published.Bytes;
        return TypedResults.Stream(
            file, ConsolidateReport.WorkbookType, $"{programmeId}-{periodId}-consolidated.xlsx",
            entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{published.ManifestDigest}\""));
    }
}
