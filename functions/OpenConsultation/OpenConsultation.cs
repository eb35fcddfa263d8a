using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>PUT /api/v1/programmes/{programme}/form/draft/consultation</summary>
internal static class OpenConsultationFunction
{
    public const string Route = FormCalls.Route + "/draft/consultation";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut(Route, RunAsync).WithName("OpenConsultation").WithSummary("Opens the draft to comments of providers until a day, or moves that day. Header: If-Match with the draft's ETag")
            .Accepts<OpenConsultationRequest>("application/json").Produces<FormInTheMakingAnswer>().Refuses(400, 403, 404, 409, 412, 415, 422, 428);

    private static Task<IResult> RunAsync(string programme, PlanAnnouncement planning, ConsultOnForm consult, HttpContext http, CancellationToken cancellation) =>
        FormCalls.OfAsync(programme, http, ApiJson.Default.OpenConsultationRequest, """Send the last day for comments: {"until":"2026-07-31"}.""", async (id, sent) =>
        {
            var plan = await planning.RunAsync(id, http.Caller(), cancellation);
            if (plan.Value is not { } found)
                return plan.Problem!;
            var mark = FormDraftAnswers.MarkOf(http);
            if (mark.Problem is { } unmarked)
                return unmarked;
            // The draft by its number too: the next one may have come to the same edit.
            return await consult.OpenAsync(id, found.Draft.Number == mark.Value.Draft ? mark.Value.Edit : -1, sent.Until, http.Caller(), cancellation);
        }, open => FormCalls.Json(http, new FormInTheMakingAnswer(open.Number, open.State.ToString(), true, open.Consultation?.Until), ApiJson.Default.FormInTheMakingAnswer));
}

internal sealed record OpenConsultationRequest(DateOnly? Until);
