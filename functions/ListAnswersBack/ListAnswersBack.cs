using MonitoringReturns.Core.Answering;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/answers-back</summary>
internal static class ListAnswersBackFunction
{
    public const string Route = GetReturnFunction.Route + "/answers-back";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListAnswersBack").WithSummary("What funders answered to a return: that they accepted or acknowledged it, what was used and what will be done; the newest first")
            .Produces<AnswerBackListAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, ReadCorrespondence read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.RunAsync(key, http.Caller(), cancellation);
        if (found.Problem is { } problem)
            return ProblemAnswers.Of(problem);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new AnswerBackListAnswer([.. found.Value.Correspondence.Answers.Select(shown => new AnswerBackAnswer(
                shown.Answer.Funder.Value, shown.Funder, shown.Answer.Kind.ToString(), shown.Answer.Revision, shown.Answer.At, shown.Answer.Used, shown.Answer.WillDo))]),
            ApiJson.Default.AnswerBackListAnswer);
    }
}

internal sealed record AnswerBackListAnswer(IReadOnlyList<AnswerBackAnswer> Answers);

/// <param name="Kind">Accepted, or Acknowledged.</param>
/// <param name="Used">Absent where nothing was said, or not to the caller.</param>
internal sealed record AnswerBackAnswer(string Funder, string FunderName, string Kind, int Revision, DateTimeOffset At, string? Used, string? WillDo);
