using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/drafts/{draft}/comments/{comment}/name</summary>
internal static class NameFormCommentFunction
{
    public const string Route = FormCalls.Route + "/drafts/{draft}/comments/{comment}/name";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("NameFormComment").WithSummary("A provider puts its name to what it said as “a provider”")
            .Produces<SayingAnswer>().Refuses(403, 404, 409);

    private static Task<IResult> RunAsync(string programme, string draft, string comment, SpeakOfForm speak, HttpContext http, CancellationToken cancellation) =>
        !RouteIds.TryRevision(draft, out var number) ? Task.FromResult(ProblemAnswers.Of(RouteIds.NotFound))
        : FormCalls.OfAsync(programme, id => speak.NameOfCommentAsync(id, number, comment, http.Caller(), cancellation), named => FormSayings.Own(http, named, StatusCodes.Status200OK));
}
