using MonitoringReturns.Core.Record;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/looks</summary>
internal static class GetReturnLooksFunction
{
    public const string Route = GetReturnFunction.Route + "/looks";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetReturnLooks").WithSummary("Which organisations opened a return, or a report that holds it, by day, the newest first; for its provider")
            .Produces<LookListAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, ReadRecord record, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await record.LooksAtAsync(key, http.Caller(), cancellation);
        if (found.Value is not { } looks)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new LookListAnswer([.. looks.Select(look => new LookAnswer(look.What.Day, look.What.Kind.ToString(), look.What.For.Value, look.Organisation!))]), ApiJson.Default.LookListAnswer);
    }
}

internal sealed record LookListAnswer(IReadOnlyList<LookAnswer> Looks);

/// <param name="Kind">Viewed, Downloaded, or DownloadedInReport.</param>
internal sealed record LookAnswer(DateOnly Day, string Kind, string For, string ForName);
