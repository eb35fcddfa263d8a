using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/form/versions/{version}</summary>
internal static class GetAnnouncementFunction
{
    public const string Route = FormCalls.Route + "/versions/{version}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetAnnouncement").WithSummary("What was announced of a version, and how many days are left")
            .Produces<VersionAnnouncementAnswer>().Refuses(404);

    private static Task<IResult> RunAsync(string programme, string version, ReadNotices read, HttpContext http, CancellationToken cancellation) =>
        !RouteIds.TryRevision(version, out var number) ? Task.FromResult(ProblemAnswers.Of(RouteIds.NotFound))
        : FormCalls.OfAsync(programme, id => read.AnnouncementAsync(id, number, http.Caller(), cancellation), shown => FormCalls.Json(
            http, new VersionAnnouncementAnswer(shown.Standing.ToString(), Math.Max(0, shown.DaysLeft), AnnouncementAnswer.Of(shown.Announcement), shown.Confirmed?.At), ApiJson.Default.VersionAnnouncementAnswer));
}
