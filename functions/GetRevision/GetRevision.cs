using System.Globalization;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/revisions/{revision}</summary>
internal static class GetRevisionFunction
{
    public const string Route = "api/v1/returns/{programme}/{period}/{award}/revisions/{revision}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetRevision").WithSummary("A submitted revision, byte for byte as its digest was taken. ETag: the SHA-256 digest")
            .Produces<string>(200, "application/json").Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, string award, string revision, IReturnStore returns, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key)
            || !int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number > 999_999
            || await returns.GetRevisionAsync(key, number, cancellation) is not { } stored)
            return ProblemAnswers.Of(RouteIds.NotFound);
        http.Response.Headers.ETag = $"\"{stored.Digest}\"";
        return TypedResults.Bytes(stored.Json, "application/json");
    }
}
