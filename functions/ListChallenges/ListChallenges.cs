using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/form/challenges</summary>
internal static class ListChallengesFunction
{
    public const string Route = FormCalls.Route + "/challenges";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListChallenges").WithSummary("The questions that providers challenged, and how they were answered; the first first")
            .Produces<SayingListAnswer>().Refuses(400, 404);

    private static Task<IResult> RunAsync(string programme, ReadNotices read, HttpContext http, CancellationToken cancellation) =>
        FormSayings.ListAsync(programme, http, (id, after, size, caller) => read.ChallengesAsync(id, after, size, caller, cancellation));
}
