using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/acceptance</summary>
internal static class AcceptReturnFunction
{
    public const string Route = GetReturnFunction.Route + "/acceptance";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AcceptReturn").WithSummary("The lead funder accepts a return, for all funders. Header: If-Match with the return's ETag")
            .Produces<ReturnStateAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static Task<IResult> RunAsync(string programme, string period, string award, AcceptReturn accept, HttpContext http, CancellationToken cancellation) =>
        ReturnStates.ChangeAsync(programme, period, award, http, (key, change) => accept.RunAsync(key, change, http.Caller(), cancellation));
}
