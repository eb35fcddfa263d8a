using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/form/announcement</summary>
internal static class PlanAnnouncementFunction
{
    public const string Route = FormCalls.Route + "/announcement";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("PlanAnnouncement").WithSummary("What announcing the draft today would come to, for lead officers of the lead funder. ETag: the draft's edit")
            .Produces<AnnouncementPlanAnswer>().Refuses(403, 404, 409);

    private static Task<IResult> RunAsync(string programme, PlanAnnouncement planning, HttpContext http, CancellationToken cancellation) =>
        FormCalls.OfAsync(programme, id => planning.RunAsync(id, http.Caller(), cancellation), plan =>
        {
            http.Response.Headers.ETag = $"\"{DraftMark.Of(plan.Draft)}\"";
            return FormCalls.Json(http, AnnouncementPlanAnswer.Of(plan), ApiJson.Default.AnnouncementPlanAnswer);
        });
}
