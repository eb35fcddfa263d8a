using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>PUT /api/v1/programmes/{programme}</summary>
internal static class PutProgrammeFunction
{
    public const string Route = GetProgrammeFunction.Route;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut(Route, RunAsync).WithName("PutProgramme").WithSummary("Stores how a programme is set up, as it was read and changed; the lead funder and extra time change by their own ways. Header: If-Match with its ETag, or \"0\" to begin a new one")
            .Accepts<Programme>("application/json").Produces<ProgrammeAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static Task<IResult> RunAsync(string programme, SetUpProgramme setUp, ReadSetup read, HttpContext http, CancellationToken cancellation) =>
        SetupAnswers.OnVersionAsync(http, SentSetupJson.Default.Programme, "Send the programme as GET answers it under programme.", async (version, wanted) =>
        {
            if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
                return ProblemAnswers.Of(RouteIds.NotFound);
            var done = await setUp.PutAsync(wanted with { Id = id }, version, http.Caller(), cancellation);
            return done.Value is { } stored ? await SetupAnswers.OfAsync(stored, read, http, cancellation) : ProblemAnswers.Of(done.Problem!);
        });
}
