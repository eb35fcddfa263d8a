using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>DELETE /api/v1/programmes/{programme}/form/draft</summary>
internal static class DiscardFormDraftFunction
{
    public const string Route = GetFormDraftFunction.Route;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapDelete(Route, RunAsync).WithName("DiscardFormDraft").WithSummary("Discards the next version of a programme's form for good. Header: If-Match with the draft's ETag")
            .Produces(204).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, ReadForm read, EditForm edit, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemAnswers.Of(RouteIds.NotFound);
        if ((await read.DraftAsync(id, http.Caller(), cancellation)).Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var mark = FormDraftAnswers.MarkOf(http);
        if (mark.Problem is { } unmarked)
            return ProblemAnswers.Of(unmarked);
        var done = await edit.DiscardAsync(id, mark.Value, http.Caller(), cancellation);
        return done.Problem is { } problem ? ProblemAnswers.Of(problem) : TypedResults.NoContent();
    }
}
