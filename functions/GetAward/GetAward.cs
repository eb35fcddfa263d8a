using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/awards/{award}</summary>
internal static class GetAwardFunction
{
    public const string Route = "api/v1/programmes/{programme}/awards/{award}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetAward").WithSummary("An award as it was agreed, with its profile and the changes proposed to it, for its provider and its funders; a co-funder sees its own contribution and rows. ETag: its version")
            .Produces<AwardAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string award, AgreeProfile agree, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || !Identifier.TryParse<AwardId>(award, out var awardId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await agree.FindAsync(id, awardId, http.Caller(), cancellation);
        return found.Value is { } current ? SetupAnswers.Of(current.AsSeen(), http) : ProblemAnswers.Of(found.Problem!);
    }
}

/// <param name="Proposals">Changes of the profile that were proposed, the first first.</param>
internal sealed record AwardAnswer(Award Award, IReadOnlyList<ProfileProposal> Proposals);
