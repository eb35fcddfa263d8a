using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/periods/{period}/samples</summary>
internal static class DrawSampleFunction
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(ListSamplesFunction.Route, RunAsync).WithName("DrawSample").WithSummary("An officer of the lead funder draws a sample of what is in, by lot. Seen: how many samples there were when they were listed")
            .Accepts<SampleRequest>("application/json").Produces<SampleAnswer>(201).Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, DrawSample draw, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var id, out var periodId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http, ApiJson.Default.SampleRequest, """Send how many samples were seen, a size and what is asked for: {"seen":0,"size":"10%","evidence":"…"}.""");
        if (body.Value is not { } wanted)
            return ProblemAnswers.Of(body.Problem!);
        var drawn = await draw.RunAsync(id, periodId, wanted.Seen, wanted.Size, wanted.Evidence, http.Caller(), cancellation);
        return drawn.Value is { } sample ? TypedResults.Json(SampleAnswer.Of(sample, []), ApiJson.Default.SampleAnswer, statusCode: StatusCodes.Status201Created) : ProblemAnswers.Of(drawn.Problem!);
    }
}

/// <param name="Size">Such as “5” or “10%”.</param>
/// <param name="Evidence">What is asked for; the charities that are drawn read it.</param>
internal sealed record SampleRequest(int Seen, string? Size, string? Evidence);
