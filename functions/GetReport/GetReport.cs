using System.Text.Json;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/reports/{programme}/{period}</summary>
internal static class GetReportFunction
{
    public const string Route = "api/v1/reports/{programme}/{period}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetReport").WithSummary("Where the consolidated report of a period stands, the manifest of the published one, and links")
            .Produces<ReportAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, IProgrammeStore programmes, IReportStore reports, IReportFiles files, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId)
            || (await programmes.GetAsync(programmeId, cancellation))?.Period(periodId) is null)
            return ProblemAnswers.Of(RouteIds.NotFound);
        var (state, _) = await reports.GetAsync(programmeId, periodId, cancellation);
        http.Response.Headers.CacheControl = "no-store";
        var building = state.LeaseUntil > clock.GetUtcNow();
        if (state.Published is not { } published)
            return TypedResults.Json(new ReportAnswer(programme, period, building ? "Building" : "NotBuilt", building, null, null, null), ApiJson.Default.ReportAnswer);
        await using var file = await files.OpenAsync(published.ManifestFile, cancellation);
        using var manifest = await JsonDocument.ParseAsync(file!, cancellationToken: cancellation);
        return TypedResults.Json(
            new ReportAnswer(
                programme, period, "Published", building,
                new PublishedAnswer(
                    published.Cut, published.CutAt, published.PublishedAt, published.ManifestDigest, published.Returns, published.Revisions, published.Rows,
                    published.Bytes, Math.Round(published.Seconds, 3)),
                $"/api/v1/reports/{programmeId}/{periodId}/consolidated.xlsx", manifest.RootElement.Clone()),
            ApiJson.Default.ReportAnswer);
    }
}

/// <param name="State">NotBuilt, Building (the first) or Published.</param>
/// <param name="Building">A build is under way; what is published stays until it is done.</param>
/// <param name="Manifest">Exactly what the published report was made from.</param>
internal sealed record ReportAnswer(
    string Programme, string Period, string State, bool Building, PublishedAnswer? Published, string? Workbook, JsonElement? Manifest);

/// <param name="Cut">Counts the cuts; a higher one was taken later.</param>
/// <param name="Returns">Awards that report for the period.</param>
/// <param name="Revisions">Revisions that the report was made from.</param>
/// <param name="Rows">Rows in all sheets, headings not counted.</param>
/// <param name="Seconds">What the build took.</param>
internal sealed record PublishedAnswer(
    long Cut, DateTimeOffset CutAt, DateTimeOffset PublishedAt, string ManifestDigest, int Returns, int Revisions, long Rows, long Bytes, double Seconds);
