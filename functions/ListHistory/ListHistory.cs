using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.History;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/history/{programme}/{award}</summary>
internal static class ListHistoryFunction
{
    public const string Route = "api/v1/history/{programme}/{award}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListHistory").WithSummary("Past returns of an award from before it came to the portal, as its provider entered them: history, signed by nobody")
            .Produces<HistoryAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string award, KeepHistory history, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var programmeId) || !Identifier.TryParse<AwardId>(award, out var awardId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await history.FindAsync(programmeId, awardId, http.Caller(), cancellation);
        if (found.Value is not { } current)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new HistoryAnswer([.. current.Past.Select(past => PastReturnAnswer.Of(past, current.IsFixed(past)))]), ApiJson.Default.HistoryAnswer);
    }
}

internal sealed record HistoryAnswer(IReadOnlyList<PastReturnAnswer> Past);

/// <param name="Signed">Never: it is history.</param>
/// <param name="Fixed">A return was submitted since, so that it stays as it is.</param>
internal sealed record PastReturnAnswer(
    string Period, string Name, DateOnly Start, DateOnly End, int FormVersion, bool Signed, bool Fixed, DateTimeOffset EnteredAt, IReadOnlyDictionary<string, JsonElement> Answers)
{
    public static PastReturnAnswer Of(PastReturn past, bool isFixed) => new(
        past.Period.Id.Value, past.Period.Name, past.Period.Start, past.Period.End, past.FormVersion, Signed: false, isFixed, past.EnteredAt,
        past.Answers.ToDictionary(pair => pair.Key, pair => Json.Element(pair.Value), StringComparer.Ordinal));
}
