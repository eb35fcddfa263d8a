using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/form/draft</summary>
internal static class GetFormDraftFunction
{
    public const string Route = "api/v1/programmes/{programme}/form/draft";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetFormDraft").WithSummary("The next version of a programme's form in the making, and what has to be put right in it; for lead officers of the lead funder. ETag: its edit")
            .Produces<FormDraftAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, ReadForm read, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.DraftAsync(id, http.Caller(), cancellation);
        return found.Value is { } draft ? FormDraftAnswers.Of(draft, http) : ProblemAnswers.Of(found.Problem!);
    }
}
