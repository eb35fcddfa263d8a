using System.Globalization;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/queries/{query}/answer</summary>
internal static class AnswerQueryFunction
{
    public const string Route = ListQueriesFunction.Route + "/{query}/answer";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AnswerQuery").WithSummary("The provider answers in words what a funder asked, once; a revision that changes the answer is the other way")
            .Accepts<QueryAnswerRequest>("application/json").Produces<QueryAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, string query, AnswerQuery answer, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !int.TryParse(query, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http, ApiJson.Default.QueryAnswerRequest, """Send an answer: {"answer":"…"}.""");
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var answered = await answer.RunAsync(key, number, body.Value!.Answer, http.Caller(), cancellation);
        return answered.Value is { } done ? TypedResults.Json(QueryAnswer.Of(done), ApiJson.Default.QueryAnswer) : ProblemAnswers.Of(answered.Problem!);
    }
}

internal sealed record QueryAnswerRequest(string? Answer);
