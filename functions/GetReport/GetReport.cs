using System.Text.Json;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/reports/{programme}/{period}</summary>
internal static class GetReportFunction
{
    public const string Route = "api/v1/reports/{programme}/{period}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetReport").WithSummary($"Where the consolidated report of a period stands, the manifest of the published one, and links; cut names an earlier one. {ReportQuery.InWords}")
            .Produces<ReportAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, IReportFiles files, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        var asked = await ReportQuery.FindAsync(programme, period, http, cancellation);
        if (asked.Value is not { State: var state })
            return ProblemAnswers.Of(asked.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        var key = state.Key;
        var (from, funder, content) = (key.From == key.To ? null : key.From.Value, key.Funder?.Value, key.Content.IsWhole ? null : key.Content.Name);
        var progress = state.Progress is { } told ? new ProgressAnswer(told.Done, told.Of) : null;
        var building = state.LeaseUntil > clock.GetUtcNow();
        var published = state.Published;
        if (http.Request.Query.ContainsKey("cut"))
        {
            var earlier = await ReportQuery.FindPublishedAsync(programme, period, http, cancellation);
            if (earlier.Problem is { } refused)
                return ProblemAnswers.Of(refused);
            published = earlier.Value.Published;
        }
        if (published is null)
        {
            var standing = building ? "Building" : state.AskedAt is null ? "NotBuilt" : "Asked";
            return TypedResults.Json(
                new ReportAnswer(key.Programme.Value, key.To.Value, from, funder, content, standing, building, progress, false, null, null, null, null, null, null), ApiJson.Default.ReportAnswer);
        }
        var manifest = await files.GetManifestAsync(published.ManifestFile, cancellation);
        using var shown = JsonDocument.Parse(manifest.AsShown().ToJson());
        var (address, query) = ($"/api/v1/reports/{key.Programme}/{key.To}", ReportQuery.QueryOf(key));
        var ofCut = published.Cut == state.Published?.Cut ? query : ReportQuery.QueryOf(key, published.Cut);
        return TypedResults.Json(
            new ReportAnswer(
                key.Programme.Value, key.To.Value, from, funder, content, "Published", building, progress, asked.Value.Stale, PublishedAnswer.Of(published), $"{address}/consolidated.xlsx{ofCut}",
                $"{address}/consolidated.csv{ofCut}", $"{address}/consolidated.json{ofCut}", $"{address}/history{query}", shown.RootElement.Clone()),
            ApiJson.Default.ReportAnswer);
    }
}

/// <param name="Period">The last period reported on.</param>
/// <param name="From">The first; absent where it is the same.</param>
/// <param name="Funder">The co-funder whose cut it is; absent for the lead funder's report.</param>
/// <param name="Of">What it holds alone: answers, or indicator- and an indicator's id; absent for the whole.</param>
/// <param name="State">NotBuilt, Asked (it will be made), Building (the first) or Published.</param>
/// <param name="Building">A build is under way; what is published stays until it is done.</param>
/// <param name="Progress">Awards worked out by the build under way; absent where it has said nothing yet.</param>
/// <param name="Stale">Returns that it uses have changed since; it is being made again.</param>
/// <param name="Manifest">Exactly what the published report was made from; of a cut, without the digests of returns.</param>
internal sealed record ReportAnswer(
    string Programme, string Period, string? From, string? Funder, string? Of, string State, bool Building, ProgressAnswer? Progress, bool Stale, PublishedAnswer? Published, string? Workbook, string? Csv, string? Json,
    string? History, JsonElement? Manifest);

/// <param name="Done">Awards.</param>
internal sealed record ProgressAnswer(int Done, int Of);

/// <param name="Cut">Counts the cuts; a higher one was taken later.</param>
/// <param name="Returns">Returns due in the periods reported on.</param>
/// <param name="Revisions">Revisions that the report was made from.</param>
/// <param name="Rows">Rows in all sheets, headings not counted.</param>
/// <param name="Seconds">What the build took.</param>
/// <param name="Sheets">The rows of each sheet; empty of a report from before they were kept.</param>
internal sealed record PublishedAnswer(
    long Cut, DateTimeOffset CutAt, DateTimeOffset PublishedAt, string ManifestDigest, int Returns, int Revisions, long Rows, long Bytes, double Seconds, IReadOnlyList<SheetAnswer> Sheets)
{
    public static PublishedAnswer Of(PublishedReport published) => new(
        published.Cut, published.CutAt, published.PublishedAt, published.ManifestDigest, published.Returns, published.Revisions, published.Rows, published.Bytes,
        Math.Round(published.Seconds, 3), [.. published.Sheets.Select(sheet => new SheetAnswer(sheet.Sheet, sheet.Rows))]);
}

internal sealed record SheetAnswer(string Sheet, long Rows);
