using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/announcement</summary>
internal static class AnnounceVersionFunction
{
    public const string Route = FormCalls.Route + "/announcement";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AnnounceVersion").WithSummary("Announces the draft as the next version. Header: If-Match with the ETag of what announcing would come to; the version that it follows, and reasons in the order of its changes")
            .Accepts<AnnounceVersionRequest>("application/json").Produces<AnnouncementAnswer>(201).Refuses(400, 403, 404, 409, 412, 415, 422, 428);

    private static Task<IResult> RunAsync(string programme, PlanAnnouncement planning, AnnounceVersion announce, HttpContext http, CancellationToken cancellation) =>
        FormCalls.OfAsync(programme, http, ApiJson.Default.AnnounceVersionRequest, """Send the first period, the version before and the reasons: {"from":"2027-Q1","follows":1,"reasons":["…"]}.""", async (id, sent) =>
        {
            if ((await planning.RunAsync(id, http.Caller(), cancellation)).Problem is { } refused)
                return refused;
            var mark = FormDraftAnswers.MarkOf(http);
            if (mark.Problem is { } unmarked)
                return unmarked;
            var from = Identifier.TryParse<PeriodId>(sent.From, out var period) ? period : default;
            return await announce.RunAsync(id, mark.Value.Draft, mark.Value.Edit, new WantedAnnouncement(from, sent.Reasons ?? [], sent.Follows, sent.ImposedBy, sent.ImposedWhy), http.Caller(), cancellation);
        }, told => FormCalls.Json(http, AnnouncementAnswer.Of(told), ApiJson.Default.AnnouncementAnswer, StatusCodes.Status201Created));
}

/// <param name="Reasons">Why each change is made, in the order of the changes; null where none is given.</param>
/// <param name="Follows">The version that the changes were read against, as what announcing would come to says it; absent for the first.</param>
/// <param name="ImposedBy">Who imposes a start that is earlier than the notice allows; absent where nobody does.</param>
internal sealed record AnnounceVersionRequest(string? From, IReadOnlyList<string?>? Reasons = null, int? Follows = null, string? ImposedBy = null, string? ImposedWhy = null);
