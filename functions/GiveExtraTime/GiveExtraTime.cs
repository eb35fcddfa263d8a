using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/periods/{period}/extra-time</summary>
internal static class GiveExtraTimeFunction
{
    public const string Route = ListPeriodsFunction.Route + "/{period}/extra-time";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("GiveExtraTime").WithSummary("Moves the days of a period that has opened later, with a reason that all funders see. Header: If-Match with the programme's ETag")
            .Accepts<ExtraTimeRequest>("application/json").Produces<ProgrammeAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static Task<IResult> RunAsync(string programme, string period, SetUpProgramme setUp, ReadSetup read, HttpContext http, CancellationToken cancellation) =>
        SetupAnswers.OnVersionAsync(http, SentSetupJson.Default.ExtraTimeRequest, """Send {"due": "2026-08-15", "closed": "2026-09-15", "amendUntil": "2026-10-15", "reason": "…"}.""", async (version, wanted) =>
        {
            if (!RouteIds.TryPeriod(programme, period, out var id, out var periodId))
                return ProblemAnswers.Of(RouteIds.NotFound);
            var done = await setUp.GiveExtraTimeAsync(id, version, periodId, new PeriodDays(wanted.Due, wanted.Closed, wanted.AmendUntil), wanted.Reason ?? "", http.Caller(), cancellation);
            return done.Value is { } stored ? await SetupAnswers.OfAsync(stored, read, http, cancellation) : ProblemAnswers.Of(done.Problem!);
        });
}

internal sealed record ExtraTimeRequest(DateOnly Due, DateOnly Closed, DateOnly AmendUntil, string? Reason = null);
