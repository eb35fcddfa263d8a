using System.Text.Json;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/help</summary>
internal static class AnswerHelpFunction
{
    public const string Route = GetReturnFunction.Route + "/help";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AnswerHelp").WithSummary("Notes what a funder did about a return's request for help, for its charity to read")
            .Accepts<HelpAnswerRequest>("application/json").Produces<HelpNoteAnswer>(201).Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, AnswerHelp answer, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http);
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        HelpAnswerRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(body.Value.Span, ApiJson.Default.HelpAnswerRequest);
        }
        catch (JsonException)
        {
            return ProblemAnswers.Of(Bodies.NotJson("""Send what was done: {"seen":0,"standing":"Given","words":"…"}."""));
        }
        HelpStanding? standing = Enum.TryParse<HelpStanding>(request?.Standing, out var known) && Enum.IsDefined(known) ? known : null;
        var done = await answer.RunAsync(key, request?.Seen ?? -1, standing, request?.Words, http.Caller(), cancellation);
        return done.Value is { } note
            ? TypedResults.Json(new HelpNoteAnswer(note.Number, note.Standing.ToString(), note.Words, note.For.Value, note.At), ApiJson.Default.HelpNoteAnswer, statusCode: StatusCodes.Status201Created)
            : ProblemAnswers.Of(done.Problem!);
    }
}

/// <param name="Seen">How many notes you had read.</param>
/// <param name="Standing">InHand, Given or NotPossible.</param>
internal sealed record HelpAnswerRequest(int? Seen, string? Standing, string? Words);

internal sealed record HelpNoteAnswer(int Number, string Standing, string Words, string For, DateTimeOffset At);
