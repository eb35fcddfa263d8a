using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/challenges/{challenge}/name</summary>
internal static class NameChallengeFunction
{
    public const string Route = FormCalls.Route + "/challenges/{challenge}/name";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("NameChallenge").WithSummary("A provider puts its name to a challenge that it made as “a provider”")
            .Produces<SayingAnswer>().Refuses(403, 404, 409);

    private static Task<IResult> RunAsync(string programme, string challenge, SpeakOfForm speak, HttpContext http, CancellationToken cancellation) =>
        FormCalls.OfAsync(programme, id => speak.NameOfChallengeAsync(id, challenge, http.Caller(), cancellation), named => FormSayings.Own(http, named, StatusCodes.Status200OK));
}
