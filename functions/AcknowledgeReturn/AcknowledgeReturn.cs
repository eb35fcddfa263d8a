using MonitoringReturns.Core.Answering;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/acknowledgement</summary>
internal static class AcknowledgeReturnFunction
{
    public const string Route = GetReturnFunction.Route + "/acknowledgement";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AcknowledgeReturn").WithSummary("A co-funder acknowledges a revision for itself, with words to the provider or without")
            .Accepts<AcknowledgementRequest>("application/json").Produces<ReturnStateAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, AcknowledgeReturn acknowledge, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http, ApiJson.Default.AcknowledgementRequest, """Send the revision that was read: {"revision":1,"used":"…","willDo":"…"}; the words may be left out.""");
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var request = body.Value!;
        return ReturnStates.Answer(await acknowledge.RunAsync(key, request.Revision, new AnswerBackWords(request.Used, request.WillDo), http.Caller(), cancellation), http);
    }
}

/// <param name="Revision">The one that was read.</param>
internal sealed record AcknowledgementRequest(int Revision, string? Used, string? WillDo);
