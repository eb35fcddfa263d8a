using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/periods</summary>
internal static class ListPeriodsFunction
{
    public const string Route = "api/v1/programmes/{programme}/periods";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListPeriods").WithSummary("A programme's reporting periods with their dates, in time order")
            .Produces<PeriodListAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, IProgrammeStore programmes, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || await programmes.GetAsync(id, cancellation) is not { } found
            || !(await ProgrammeAccess.OfAsync(http.Caller(), found, programmes, cancellation)).Sees)
            return ProblemAnswers.Of(RouteIds.NotFound);
        var now = clock.GetUtcNow();
        return TypedResults.Json(
            new PeriodListAnswer(found.Id.Value, found.Name,
                [.. found.Calendar.Select(period => new PeriodListed(
                    period.Id.Value, period.Name, period.Start, period.End, period.Due, period.Closed, period.AmendUntil, period.StandingAt(now).ToString(),
                    $"/{ListReturnsFunction.Route}?programme={found.Id}&period={period.Id}", $"/api/v1/reports/{found.Id}/{period.Id}"))]),
            ApiJson.Default.PeriodListAnswer);
    }
}

internal sealed record PeriodListAnswer(string Programme, string Name, IReadOnlyList<PeriodListed> Periods);

/// <param name="Start">First day reported on; returns can be filled in from then.</param>
/// <param name="Due">Last day on time.</param>
/// <param name="Closed">Last day for a first submission.</param>
/// <param name="AmendUntil">Last day for a correction.</param>
/// <param name="Standing">NotOpen, Open, Overdue, AmendOnly or Closed, by UK dates.</param>
internal sealed record PeriodListed(
    string Period, string Name, DateOnly Start, DateOnly End, DateOnly Due, DateOnly Closed, DateOnly AmendUntil, string Standing, string Returns, string Report);
