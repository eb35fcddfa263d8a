using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>DELETE /api/v1/programmes/{programme}/form/draft/consultation</summary>
internal static class CloseConsultationFunction
{
    public const string Route = FormCalls.Route + "/draft/consultation";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapDelete(Route, RunAsync).WithName("CloseConsultation").WithSummary("Takes no more comments on the draft; those that came are kept")
            .Produces<FormInTheMakingAnswer>().Refuses(403, 404, 409);

    private static Task<IResult> RunAsync(string programme, ConsultOnForm consult, HttpContext http, CancellationToken cancellation) =>
        FormCalls.OfAsync(programme, id => consult.CloseAsync(id, http.Caller(), cancellation),
            closed => FormCalls.Json(http, new FormInTheMakingAnswer(closed.Number, closed.State.ToString(), false, closed.Consultation?.Until), ApiJson.Default.FormInTheMakingAnswer));
}
