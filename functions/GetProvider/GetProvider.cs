using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/awards/{award}/provider</summary>
internal static class GetProviderFunction
{
    public const string Route = "api/v1/programmes/{programme}/awards/{award}/provider";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetProvider").WithSummary("What an award's provider says of itself, held once and seen by all its funders")
            .Produces<OrganisationAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string award, ReadOrganisation read, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var programmeId) || !Identifier.TryParse<AwardId>(award, out var awardId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.ProviderAsync(programmeId, awardId, http.Caller(), cancellation);
        return found.Value is { } details ? OrganisationAnswer.Result(details, http) : ProblemAnswers.Of(found.Problem!);
    }
}
