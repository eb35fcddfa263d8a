using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/revisions/{revision}</summary>
internal static class GetRevisionFunction
{
    public const string Route = "api/v1/returns/{programme}/{period}/{award}/revisions/{revision}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetRevision").WithSummary("A submitted revision, byte for byte as its digest was taken, for the provider and for a funder who may see all of it. ETag: the SHA-256 digest")
            .Produces<string>(200, "application/json").Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, string award, string revision, ReadRevision read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key)
            || !RouteIds.TryRevision(revision, out var number))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.WholeAsync(key, number, http.Caller(), cancellation);
        if (found.Value is not { } stored)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.ETag = $"\"{stored.Digest}\"";
        return TypedResults.Bytes(stored.Json, "application/json");
    }
}
