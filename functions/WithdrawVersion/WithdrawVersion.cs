using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/versions/{version}/withdrawal</summary>
internal static class WithdrawVersionFunction
{
    public const string Route = FormCalls.Route + "/versions/{version}/withdrawal";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("WithdrawVersion").WithSummary("A lead officer of the lead funder takes a version back that has not started")
            .Accepts<WithdrawVersionRequest>("application/json").Produces<AnnouncementAnswer>().Refuses(400, 403, 404, 409, 415, 422);

    private static Task<IResult> RunAsync(string programme, string version, AnnounceVersion announce, HttpContext http, CancellationToken cancellation) =>
        !RouteIds.TryRevision(version, out var number) ? Task.FromResult(ProblemAnswers.Of(RouteIds.NotFound))
        : FormCalls.OfAsync(programme, http, ApiJson.Default.WithdrawVersionRequest, """Send why it is withdrawn: {"reason":"…"}.""", (id, sent) => announce.WithdrawAsync(id, number, sent.Reason, http.Caller(), cancellation),
            told => FormCalls.Json(http, AnnouncementAnswer.Of(told), ApiJson.Default.AnnouncementAnswer));
}

internal sealed record WithdrawVersionRequest(string? Reason);
