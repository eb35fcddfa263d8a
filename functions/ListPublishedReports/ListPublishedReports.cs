using System.Globalization;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/reports/{programme}/{period}/history</summary>
internal static class ListPublishedReportsFunction
{
    public const string Route = "api/v1/reports/{programme}/{period}/history";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListPublishedReports").WithSummary($"What was published of a report, the newest first, each with its manifest's digest. {ReportQuery.InWords}")
            .Produces<PublishedListAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, string? after, string? size, AskForReport ask, HttpContext http, CancellationToken cancellation)
    {
        var wanted = Paging.Size(size);
        if (wanted.Problem is { } bad)
            return ProblemAnswers.Of(bad);
        long? before = null;
        if (after is not null)
        {
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var cut))
                return ProblemAnswers.Of(Paging.BadAfter);
            before = cut;
        }
        var asked = await ReportQuery.FindAsync(programme, period, http, cancellation);
        if (asked.Value is not { State.Key: var key } found)
            return ProblemAnswers.Of(asked.Problem!);
        var page = await ask.HistoryAsync(found, before, wanted.Value, cancellation);
        var query = ReportQuery.QueryOf(key);
        var and = query.Length == 0 ? "?" : query + "&";
        var address = $"/api/v1/reports/{key.Programme}/{key.To}";
        return TypedResults.Json(
            new PublishedListAnswer(
                [.. page.Items.Select(published => new PublishedListed(PublishedAnswer.Of(published), $"{address}{ReportQuery.QueryOf(key, published.Cut)}", $"{address}/consolidated.xlsx{ReportQuery.QueryOf(key, published.Cut)}"))],
                page.Continuation is { } next ? $"{address}/history{and}after={next}&size={wanted.Value}" : null),
            ApiJson.Default.PublishedListAnswer);
    }
}

/// <param name="Next">The next page; absent on the last.</param>
internal sealed record PublishedListAnswer(IReadOnlyList<PublishedListed> Published, string? Next);

/// <param name="Details">Its manifest and links.</param>
internal sealed record PublishedListed(PublishedAnswer Report, string Details, string Workbook);
