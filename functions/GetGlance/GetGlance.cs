using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/periods/{period}/glance</summary>
internal static class GetGlanceFunction
{
    public const string Route = ListPeriodsFunction.Route + "/{period}/glance";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetGlance").WithSummary("A period at a glance, for one of its funders: where the returns that it may see stand now, and what its report says of the indicators")
            .Produces<GlanceAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, GlanceAtPeriod glance, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var id, out var periodId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await glance.RunAsync(id, periodId, http.Caller(), cancellation);
        if (found.Value is not { } whole)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        var (report, figures) = (whole.Report, whole.Report.Figures);
        return TypedResults.Json(
            new GlanceAnswer(
                whole.Programme.Id.Value, whole.Period.Id.Value, whole.Period.Name, whole.Reader.Id.Value, whole.Returns,
                new GlanceReport(report.Published?.Cut, report.Published?.CutAt, report.IsUpToDate, report.CameSince), figures?.Indicators ?? [], figures?.Priorities ?? []),
            ApiJson.Default.GlanceAnswer);
    }
}

/// <param name="Funder">Whose sight it is.</param>
/// <param name="Returns">As they stand now.</param>
/// <param name="Indicators">As the report says; none where there is no report yet.</param>
internal sealed record GlanceAnswer(
    string Programme, string Period, string PeriodName, string Funder, ReturnCounts Returns, GlanceReport Report, IReadOnlyList<IndicatorGlance> Indicators, IReadOnlyList<PriorityGlance> Priorities);

/// <param name="Cut">Absent where there is no report yet.</param>
/// <param name="CameSince">Returns that came, or were corrected, after its cut.</param>
internal sealed record GlanceReport(long? Cut, DateTimeOffset? CutAt, bool UpToDate, int CameSince);
