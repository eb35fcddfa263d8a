using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/periods/{period}/samples/{number}</summary>
internal static class GetSampleFunction
{
    public const string Route = ListSamplesFunction.Route + "/{number}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetSample").WithSummary("A sample, what it was drawn from, and what the checks of its returns came to, for the lead funder")
            .Produces<SampleAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string number, ReadSamples read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var id, out var periodId) || !RouteIds.TryRevision(number, out var sample))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.RunAsync(id, periodId, sample, http.Caller(), cancellation);
        if (found.Value is not { } drawn)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(SampleAnswer.Of(drawn.Sample, drawn.Outcomes), ApiJson.Default.SampleAnswer);
    }
}
