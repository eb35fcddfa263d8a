using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/feedback</summary>
internal static class GetFeedbackFunction
{
    public const string Route = GetReturnFunction.Route + "/feedback";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetFeedback").WithSummary("What the provider says of the monitoring itself: how the return was to fill in, and what should be changed or left out")
            .Produces<FeedbackAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, GiveFeedback feedback, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await feedback.ReadAsync(key, http.Caller(), cancellation);
        if (found.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        http.Response.Headers.CacheControl = "no-store";
        var said = found.Value.Said;
        return TypedResults.Json(new FeedbackAnswer(said is not null, said?.Ease?.ToString(), said?.Change, said?.Revision, said?.At), ApiJson.Default.FeedbackAnswer);
    }
}

/// <param name="Given">Whether anything was said; the rest is absent where not.</param>
/// <param name="Ease">VeryEasy, Easy, Neither, Hard or VeryHard; absent where it was left open.</param>
/// <param name="Change">What should be changed or left out.</param>
/// <param name="Revision">The newest revision when it was said.</param>
internal sealed record FeedbackAnswer(bool Given, string? Ease, string? Change, int? Revision, DateTimeOffset? At);
