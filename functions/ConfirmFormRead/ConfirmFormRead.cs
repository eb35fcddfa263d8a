using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/versions/{version}/confirmation</summary>
internal static class ConfirmFormReadFunction
{
    public const string Route = FormCalls.Route + "/versions/{version}/confirmation";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("ConfirmFormRead").WithSummary("A provider confirms that it has read what was announced of a version or, of one that was planned with the programme, its questions. Twice is once. A program that acts for several of the programme’s providers names one in X-Organisation")
            .Produces<ReadConfirmationAnswer>().Refuses(400, 403, 404, 409);

    private static Task<IResult> RunAsync(string programme, string version, ReadNotices read, HttpContext http, CancellationToken cancellation) =>
        !RouteIds.TryRevision(version, out var number) ? Task.FromResult(ProblemAnswers.Of(RouteIds.NotFound))
        : FormCalls.OfAsync(programme, id => read.ConfirmOnceAsync(id, number, http.Caller(), cancellation), done => FormCalls.Json(
            http, new ReadConfirmationAnswer(done.Version, done.Provider.Value, done.At), ApiJson.Default.ReadConfirmationAnswer));
}
