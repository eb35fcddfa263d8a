using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/awards/{award}/end</summary>
internal static class EndAwardFunction
{
    public const string Route = GetAwardFunction.Route + "/end";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("EndAward").WithSummary("Says that the provider left or the award ended early, with a reason; without a day, that it goes on after all. Header: If-Match with the award's ETag")
            .Accepts<EndRequest>("application/json").Produces<AwardAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static Task<IResult> RunAsync(string programme, string award, SetUpAward setUp, AgreeProfile agree, HttpContext http, CancellationToken cancellation) =>
        SetupAnswers.OnVersionAsync(http, SentSetupJson.Default.EndRequest, """Send {"on": "2026-08-31", "reason": "…"}.""", async (version, wanted) =>
        {
            if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || !Identifier.TryParse<AwardId>(award, out var awardId))
                return ProblemAnswers.Of(RouteIds.NotFound);
            var done = await setUp.EndAsync(id, awardId, version, wanted.On, wanted.Reason ?? "", http.Caller(), cancellation);
            return done.Value is { } stored ? await SetupAnswers.OfAsync(stored, agree, http, cancellation) : ProblemAnswers.Of(done.Problem!);
        });
}

/// <param name="On">Absent: it goes on after all.</param>
internal sealed record EndRequest(DateOnly? On = null, string? Reason = null);
