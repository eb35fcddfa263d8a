using System.Globalization;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/awards/{award}/profile-changes/{number}/answer</summary>
internal static class AnswerProfileFunction
{
    public const string Route = ProposeProfileFunction.Route + "/{number}/answer";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AnswerProfile").WithSummary("Agrees to a proposed change of a profile or declines it, for the other side; who made it takes it back by declining")
            .Accepts<ProfileAnswerRequest>("application/json").Produces<ProfileProposal>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string award, string number, AgreeProfile agree, HttpContext http, CancellationToken cancellation)
    {
        var body = await Bodies.ReadAsync(http);
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || !Identifier.TryParse<AwardId>(award, out var awardId) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var proposal))
            return ProblemAnswers.Of(RouteIds.NotFound);
        ProfileAnswerRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(body.Value.Span, ApiJson.Default.ProfileAnswerRequest);
        }
        catch (JsonException)
        {
            request = null;
        }
        if (request?.Agree is not { } agrees)
            return ProblemAnswers.Of(Bodies.NotJson("""Send {"agree": true} or {"agree": false, "words": "…"}."""));
        var done = await agree.AnswerAsync(id, awardId, proposal, agrees, request.Words, http.Caller(), cancellation);
        return done.Value is { } answered ? TypedResults.Json(answered, ApiJson.Default.ProfileProposal) : ProblemAnswers.Of(done.Problem!);
    }
}

/// <param name="Words">Needed to decline.</param>
internal sealed record ProfileAnswerRequest(bool? Agree, string? Words);
