using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/form/uses/{year}</summary>
internal static class ListUsesFunction
{
    public const string Route = FormCalls.Route + "/uses/{year}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListUses").WithSummary("What the funders used a year's answers for, and how often they opened and downloaded them")
            .Produces<UseListAnswer>().Refuses(404);

    private static Task<IResult> RunAsync(string programme, string year, NoteUse uses, HttpContext http, CancellationToken cancellation) =>
        !RouteIds.TryRevision(year, out var number) ? Task.FromResult(ProblemAnswers.Of(RouteIds.NotFound))
        : FormCalls.OfAsync(programme, id => uses.YearAsync(id, number, http.Caller(), cancellation), shown => FormCalls.Json(http, UseListAnswer.Of(shown), ApiJson.Default.UseListAnswer));
}
