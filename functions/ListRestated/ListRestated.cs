using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/funders/{funder}/restated</summary>
internal static class ListRestatedFunction
{
    public const string Route = "api/v1/funders/{funder}/restated";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListRestated").WithSummary("Figures that a funder has downloaded and that were restated since, with the difference, until somebody has seen it")
            .Produces<RestatedListAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string funder, string? after, string? size, FundersDesk desk, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(funder, out var id))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var wanted = Paging.Size(size);
        if (wanted.Problem is { } bad)
            return ProblemAnswers.Of(bad);
        if (after is not null && !(after.Split('|') is [var programme, var period, var award] && RouteIds.TryReturn(programme, period, award, out _)))
            return ProblemAnswers.Of(Paging.BadAfter);
        var found = await desk.RestatedAsync(id, after, wanted.Value, http.Caller(), cancellation);
        if (found.Problem is { } problem)
            return ProblemAnswers.Of(problem);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new RestatedListAnswer(
                [.. found.Value!.Items.Select(restated => new RestatedAnswer(
                    restated.Key.Programme.Value, restated.Key.Period.Value, restated.Key.Award.Value, restated.Provider, restated.Downloaded, restated.From, restated.Revision, restated.At,
                    [.. restated.Figures.Select(figure => new RestatedFigureAnswer(figure.Indicator.Value, figure.Name, figure.Before, figure.After))], $"/{ListReturnsFunction.Route}/{restated.Key}"))],
                found.Value.Continuation is { } next ? $"/api/v1/funders/{id}/restated?after={Uri.EscapeDataString(next)}&size={wanted.Value}" : null),
            ApiJson.Default.RestatedListAnswer);
    }
}

/// <param name="Next">The next page; absent on the last.</param>
internal sealed record RestatedListAnswer(IReadOnlyList<RestatedAnswer> Restated, string? Next);

/// <param name="Downloaded">The day of the funder's last download.</param>
/// <param name="From">The revision that stood then.</param>
internal sealed record RestatedAnswer(
    string Programme, string Period, string Award, string Provider, DateOnly Downloaded, int From, int Revision, DateTimeOffset RestatedAt, IReadOnlyList<RestatedFigureAnswer> Figures, string Return);

/// <param name="Before">As people read it; empty where there was none.</param>
internal sealed record RestatedFigureAnswer(string Indicator, string Name, string Before, string After);
