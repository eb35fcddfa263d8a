using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/acceptance</summary>
internal static class AcceptReturnFunction
{
    public const string Route = GetReturnFunction.Route + "/acceptance";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AcceptReturn").WithSummary("The lead funder accepts a return, for all funders, and says what was used and what will be done. Header: If-Match with the return's ETag. The body, {used, willDo}, may be left out")
            .Produces<ReturnStateAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, AcceptReturn accept, HttpContext http, CancellationToken cancellation)
    {
        // A program's officers may have told the charity elsewhere: it accepts without words, and without a body as ever.
        var words = AnswerBackWords.None;
        if (http.Request.HasJsonContentType() && http.Request.ContentLength is not (null or 0))
        {
            var body = await Bodies.ReadAsync(http, ApiJson.Default.AcceptanceRequest, """Send what is said to the provider, or nothing: {"used":"…","willDo":"…"}.""");
            if (body.Problem is { } refused)
                return ProblemAnswers.Of(refused);
            words = new AnswerBackWords(body.Value!.Used, body.Value.WillDo);
        }
        return await ReturnStates.ChangeAsync(programme, period, award, http, (key, change) => accept.RunAsync(key, change, words, http.Caller(), cancellation));
    }
}

/// <param name="Used">What was used of the return; may be absent.</param>
/// <param name="WillDo">What will be done; may be absent.</param>
internal sealed record AcceptanceRequest(string? Used, string? WillDo);
