using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/revisions/{revision}/return.xlsx</summary>
internal static class DownloadReturnFunction
{
    public const string Route = GetRevisionFunction.Route + "/return.xlsx";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("DownloadReturn").WithSummary("A submitted revision as a workbook, as far as the caller may see it")
            .Produces<byte[]>(200, ConsolidateReport.WorkbookType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, string award, string revision, ReadRevision read, IReportFormat format, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryRevision(revision, out var number))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.ReturnAsync(key, number, http.Caller(), LookKind.Downloaded, cancellation);
        if (found.Value is not { } shown)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        // One return is small, and the writer does not wait for a slow reader.
        using var file = new MemoryStream();
        using (var writer = format.Create(file, ReturnWorkbook.PropertiesOf(shown)))
            ReturnWorkbook.Write(shown, writer);
        return TypedResults.Bytes(file.ToArray(), ConsolidateReport.WorkbookType, $"{key.Programme}-{key.Period}-{key.Award}-{number}.xlsx");
    }
}
