using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}</summary>
internal static class GetProgrammeFunction
{
    public const string Route = "api/v1/programmes/{programme}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetProgramme").WithSummary("How a programme is set up, for its funders: calendar, funders, indicators, bands, form, notice, ceilings; and what is missing before returns can be filed. ETag: its version")
            .Produces<ProgrammeAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, ReadSetup read, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.RunAsync(id, http.Caller(), cancellation);
        return found.Value is { } shown ? SetupAnswers.Of(shown.Programme, shown.Missing, http) : ProblemAnswers.Of(found.Problem!);
    }
}

/// <param name="Missing">What it needs before returns can be filed, as sentences.</param>
internal sealed record ProgrammeAnswer(Programme Programme, IReadOnlyList<string> Missing);
