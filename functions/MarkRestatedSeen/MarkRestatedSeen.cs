using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/funders/{funder}/restated/{programme}/{period}/{award}/seen</summary>
internal static class MarkRestatedSeenFunction
{
    public const string Route = ListRestatedFunction.Route + "/{programme}/{period}/{award}/seen";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("MarkRestatedSeen").WithSummary("A funder has seen what was restated, up to a revision; of a newer one it is told again")
            .Accepts<SeenRequest>("application/json").Produces<SeenAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string funder, string programme, string period, string award, FundersDesk desk, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(funder, out var id) || !RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http, ApiJson.Default.SeenRequest, """Send the revision that was seen: {"revision":2}.""");
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var seen = await desk.SeenAsync(id, key, body.Value!.Revision, http.Caller(), cancellation);
        return seen.Problem is { } problem ? ProblemAnswers.Of(problem) : TypedResults.Json(new SeenAnswer(seen.Value), ApiJson.Default.SeenAnswer);
    }
}

internal sealed record SeenRequest(int Revision);

/// <param name="Seen">False where nothing of that revision waited to be seen.</param>
internal sealed record SeenAnswer(bool Seen);
