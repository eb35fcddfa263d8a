using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/reopening</summary>
internal static class ReopenReturnFunction
{
    public const string Route = GetReturnFunction.Route + "/reopening";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("ReopenReturn").WithSummary("Opens an accepted return again, with a reason that all can read. Header: If-Match with the return's ETag")
            .Accepts<ReopeningRequest>("application/json").Produces<ReturnStateAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, ReopenReturn reopen, HttpContext http, CancellationToken cancellation)
    {
        var body = await Bodies.ReadAsync(http);
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        ReopeningRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(body.Value.Span, ApiJson.Default.ReopeningRequest);
        }
        catch (JsonException)
        {
            return ProblemAnswers.Of(Bodies.NotJson("""Send a reason: {"reason":"…"}."""));
        }
        return await ReturnStates.ChangeAsync(programme, period, award, http, (key, change) => reopen.RunAsync(key, change, request?.Reason ?? "", http.Caller(), cancellation));
    }
}

internal sealed record ReopeningRequest(string? Reason);
