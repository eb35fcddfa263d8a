using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/funders/{funder}/waiting</summary>
internal static class ListWaitingFunction
{
    public const string Route = "api/v1/funders/{funder}/waiting";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListWaiting").WithSummary("Returns that wait for a funder's answer, who waited longest first; seconds behind the returns themselves")
            .Produces<WaitingListAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string funder, string? after, string? size, FundersDesk desk, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(funder, out var id))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var wanted = Paging.Size(size);
        if (wanted.Problem is { } bad)
            return ProblemAnswers.Of(bad);
        if (after is not null && !(after.Split('|') is [{ Length: > 0 }, var programme, var period, var award] && RouteIds.TryReturn(programme, period, award, out _)))
            return ProblemAnswers.Of(Paging.BadAfter);
        var found = await desk.WaitingAsync(id, after, wanted.Value, http.Caller(), cancellation);
        if (found.Problem is { } problem)
            return ProblemAnswers.Of(problem);
        var today = UkTime.DayOf(clock.GetUtcNow());
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new WaitingListAnswer(
                [.. found.Value!.Items.Select(waits => new WaitingAnswer(
                    waits.Key.Programme.Value, waits.Key.Period.Value, waits.Key.Award.Value, waits.Provider, waits.Status.ToString(), waits.Revision, waits.ForAll ? "Acceptance" : "Acknowledgement",
                    waits.Since, waits.WorkingDays(today), waits.WorkingDays(today) > WaitingReturn.MostWorkingDays, $"/{ListReturnsFunction.Route}/{waits.Key}"))],
                found.Value.Continuation is { } next ? $"/api/v1/funders/{id}/waiting?after={Uri.EscapeDataString(next)}&size={wanted.Value}" : null),
            ApiJson.Default.WaitingListAnswer);
    }
}

/// <param name="Next">The next page; absent on the last.</param>
internal sealed record WaitingListAnswer(IReadOnlyList<WaitingAnswer> Waiting, string? Next);

/// <param name="WaitsFor">Acceptance, or Acknowledgement.</param>
/// <param name="WorkingDays">In England.</param>
/// <param name="TooLong">For more than 20 of them.</param>
internal sealed record WaitingAnswer(
    string Programme, string Period, string Award, string Provider, string Status, int Revision, string WaitsFor, DateTimeOffset Since, int WorkingDays, bool TooLong, string Return);
