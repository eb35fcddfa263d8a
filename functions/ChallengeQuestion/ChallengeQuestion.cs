using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/challenges</summary>
internal static class ChallengeQuestionFunction
{
    public const string Route = FormCalls.Route + "/challenges";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("ChallengeQuestion").WithSummary("A provider challenges a question's relevance, at any time, by name or as “a provider”. A program that acts for several of the programme’s providers names one in X-Organisation")
            .Accepts<SayingRequest>("application/json").Produces<SayingAnswer>(201).Refuses(400, 403, 404, 409, 415, 422);

    private static Task<IResult> RunAsync(string programme, SpeakOfForm speak, HttpContext http, CancellationToken cancellation) =>
        FormCalls.OfAsync(programme, http, ApiJson.Default.SayingRequest, FormSayings.What, (id, said) => speak.ChallengeAsync(id, said.About, said.Text, said.Named ?? true, http.Caller(), cancellation),
            challenge => FormSayings.Own(http, challenge, StatusCodes.Status201Created));
}
