using System.Globalization;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/queries/{query}/withdrawal</summary>
internal static class WithdrawQueryFunction
{
    public const string Route = ListQueriesFunction.Route + "/{query}/withdrawal";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("WithdrawQuery").WithSummary("The funder that asked takes its question back, while nobody has answered it")
            .Produces<ReturnStateAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, string query, WithdrawQuery withdraw, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !int.TryParse(query, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return ProblemAnswers.Of(RouteIds.NotFound);
        return ReturnStates.Answer(await withdraw.RunAsync(key, number, http.Caller(), cancellation), http);
    }
}
