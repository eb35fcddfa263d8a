using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/form</summary>
internal static class GetFormLifeFunction
{
    public const string Route = FormCalls.Route;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetFormLife").WithSummary("A programme's form through the time: its versions, where they stand, and the next one where it can be read; for its funders and providers")
            .Produces<FormLifeAnswer>().Refuses(404);

    private static Task<IResult> RunAsync(string programme, ReadNotices read, HttpContext http, CancellationToken cancellation) =>
        FormCalls.OfAsync(programme, id => read.LifeAsync(id, http.Caller(), cancellation), life => FormCalls.Json(http, new FormLifeAnswer(
            life.Form.Programme.Form.Value, life.Form.Programme.NoticeWeeks,
            life.Form.Draft is { } draft ? new FormInTheMakingAnswer(draft.Number, draft.State.ToString(), life.Form.TakesComments, draft.Consultation?.Until) : null, [.. life.Versions.Select(VersionLifeAnswer.Of)]), ApiJson.Default.FormLifeAnswer));
}
