using Microsoft.Net.Http.Headers;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/reports/{programme}/{period}/consolidated.xlsx</summary>
internal static class DownloadReportFunction
{
    public const string Route = "api/v1/reports/{programme}/{period}/consolidated.xlsx";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("DownloadReport").WithSummary($"The published consolidated report as a workbook; cut names an earlier one. {ReportQuery.InWords}")
            .Produces<byte[]>(200, ConsolidateReport.WorkbookType).Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, IReportFiles files, NoteDownload note, HttpContext http, CancellationToken cancellation)
    {
        var found = await ReportQuery.FindPublishedAsync(programme, period, http, cancellation);
        if (found.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var (asked, published) = found.Value;
        var key = asked.State.Key;
        await note.RunAsync(asked, http.Caller(), cancellation);
        var file = await files.OpenAsync(published.WorkbookFile, cancellation)
            ?? throw new InvalidDataException($"The workbook {published.WorkbookFile} is published and not stored.");
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentLength = published.Bytes;
        return TypedResults.Stream(
            file, ConsolidateReport.WorkbookType, key.FileName("xlsx"), entityTag: new EntityTagHeaderValue($"\"{published.ManifestDigest}\""));
    }
}
