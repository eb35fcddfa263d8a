using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/awards/{award}/profile-changes</summary>
internal static class ProposeProfileFunction
{
    public const string Route = GetAwardFunction.Route + "/profile-changes";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("ProposeProfile").WithSummary("Proposes figures of periods that have not begun, to the other side; \"over\" names the open proposal that it takes the place of. Header: If-Match with the award's ETag")
            .Accepts<ProfileChangeRequest>("application/json").Produces<ProfileProposal>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static Task<IResult> RunAsync(string programme, string award, AgreeProfile agree, HttpContext http, CancellationToken cancellation) =>
        SetupAnswers.OnVersionAsync(http, SentSetupJson.Default.ProfileChangeRequest, """Send {"figures": [{"indicator": "people-helped", "period": "2026-Q3", "figure": 40}], "reason": "…"}.""", async (version, wanted) =>
        {
            if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || !Identifier.TryParse<AwardId>(award, out var awardId))
                return ProblemAnswers.Of(RouteIds.NotFound);
            var done = await agree.ProposeAsync(id, awardId, version, wanted.Over, wanted.Figures ?? [], wanted.Reason ?? "", http.Caller(), cancellation);
            return done.Value is { } proposal ? TypedResults.Json(proposal, ApiJson.Default.ProfileProposal) : ProblemAnswers.Of(done.Problem!);
        });
}

/// <param name="Over">The number of the open proposal that this one replaces; absent where there is none.</param>
internal sealed record ProfileChangeRequest(IReadOnlyList<Profile>? Figures = null, string? Reason = null, int? Over = null);
