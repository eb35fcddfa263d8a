using MonitoringReturns.Core.Answering;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/queries</summary>
internal static class AskQueryFunction
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(ListQueriesFunction.Route, RunAsync).WithName("AskQuery").WithSummary("A funder asks about a return, or about one answer of it; the same again while it is open asks nothing more")
            .Accepts<QueryRequest>("application/json").Produces<QueryAnswer>(201).Produces<ProblemAnswer>(400, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, AskQuery ask, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http, ApiJson.Default.QueryRequest, """Send the revision that was read and what is asked: {"revision":1,"question":"…","text":"…"}.""");
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var asked = await ask.RunAsync(key, body.Value!.Revision, body.Value.Question, body.Value.Text, http.Caller(), cancellation);
        return asked.Value is { } query ? TypedResults.Json(QueryAnswer.Of(query), ApiJson.Default.QueryAnswer, statusCode: StatusCodes.Status201Created) : ProblemAnswers.Of(asked.Problem!);
    }
}

/// <param name="Revision">The one that was read.</param>
/// <param name="Question">The question whose answer it is about; absent for the return as a whole.</param>
internal sealed record QueryRequest(int Revision, string? Question, string? Text);
