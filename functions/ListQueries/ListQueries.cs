using MonitoringReturns.Core.Answering;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/queries</summary>
internal static class ListQueriesFunction
{
    public const string Route = GetReturnFunction.Route + "/queries";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListQueries").WithSummary("What funders asked about a return and how it was answered, as far as the caller sees it; the open ones first")
            .Produces<QueryListAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, ReadCorrespondence read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.RunAsync(key, http.Caller(), cancellation);
        if (found.Problem is { } problem)
            return ProblemAnswers.Of(problem);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new QueryListAnswer([.. found.Value.Correspondence.Queries.Select(shown => QueryAnswer.Of(shown.Query))]), ApiJson.Default.QueryListAnswer);
    }
}

internal sealed record QueryListAnswer(IReadOnlyList<QueryAnswer> Queries);

/// <param name="Question">The question whose answer it is about; absent for the return as a whole.</param>
/// <param name="Revision">The newest when it was asked.</param>
/// <param name="Answer">The provider's words; absent where a revision answered it, or nothing.</param>
/// <param name="AnsweredByRevision">The revision that answered it; absent where words did, or nothing.</param>
internal sealed record QueryAnswer(
    int Query, string? Question, string Text, string For, DateTimeOffset AskedAt, int Revision, string State, DateTimeOffset? ClosedAt, string? Answer, int? AnsweredByRevision)
{
    public static QueryAnswer Of(Query query) => new(
        query.Number, query.Question?.Value, query.Text, query.For.Value, query.At, query.Revision, query.State.ToString(), query.ClosedAt, query.Answer, query.AnsweredBy);
}
