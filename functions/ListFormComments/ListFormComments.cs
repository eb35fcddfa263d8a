using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/form/drafts/{draft}/comments</summary>
internal static class ListFormCommentsFunction
{
    public const string Route = FormCalls.Route + "/drafts/{draft}/comments";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListFormComments").WithSummary("What providers said of a version in the making, and how it was answered; the first first")
            .Produces<SayingListAnswer>().Refuses(400, 404);

    private static Task<IResult> RunAsync(string programme, string draft, ReadNotices read, HttpContext http, CancellationToken cancellation) =>
        !RouteIds.TryRevision(draft, out var number) ? Task.FromResult(ProblemAnswers.Of(RouteIds.NotFound))
        : FormSayings.ListAsync(programme, http, (id, after, size, caller) => read.CommentsAsync(id, number, after, size, caller, cancellation));
}
