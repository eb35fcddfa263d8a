using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>PUT /api/v1/programmes/{programme}/awards/{award}</summary>
internal static class PutAwardFunction
{
    public const string Route = GetAwardFunction.Route;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut(Route, RunAsync).WithName("PutAward").WithSummary("Stores an award, as it was read and changed; once its first period has opened, its profile changes by agreement alone. Header: If-Match with its ETag, or \"0\" to add a new one")
            .Accepts<Award>("application/json").Produces<AwardAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static Task<IResult> RunAsync(string programme, string award, SetUpAward setUp, AgreeProfile agree, HttpContext http, CancellationToken cancellation) =>
        SetupAnswers.OnVersionAsync(http, SentSetupJson.Default.Award, "Send the award as GET answers it under award.", async (version, wanted) =>
        {
            if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || !Identifier.TryParse<AwardId>(award, out var awardId))
                return ProblemAnswers.Of(RouteIds.NotFound);
            var done = version == 0
                ? await setUp.AddAsync(wanted with { Id = awardId, Programme = id }, http.Caller(), cancellation)
                : await setUp.ChangeAsync(id, awardId, version, AwardPart.Whole, _ => wanted, http.Caller(), cancellation);
            return done.Value is { } stored ? await SetupAnswers.OfAsync(stored, agree, http, cancellation) : ProblemAnswers.Of(done.Problem!);
        });
}
