using System.Text;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.History;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>PUT /api/v1/history/{programme}/{award}/{period}</summary>
internal static class PutHistoryFunction
{
    public const string Route = ListHistoryFunction.Route + "/{period}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut(Route, RunAsync).WithName("PutHistory").WithSummary("Enters a past return of an award, or replaces the one with this period id, until the award's next submission")
            .Accepts<PastReturnRequest>("application/json").Produces<PastReturnAnswer>()
            .Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string award, string period, KeepHistory history, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var programmeId) || !Identifier.TryParse<AwardId>(award, out var awardId) || !Identifier.TryParse<PeriodId>(period, out var periodId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http);
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        PastReturnRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(body.Value.Span, ApiJson.Default.PastReturnRequest);
        }
        catch (JsonException)
        {
            request = null;
        }
        if (request is not { Name: { } name, Answers: { } answers })
            return ProblemAnswers.Of(Bodies.NotJson("""Send {"name": "January to March 2026", "start": "2026-01-01", "end": "2026-03-31", "answers": {"question-id": …}}."""));
        var put = await history.PutAsync(
            programmeId, awardId, new PastPeriod(periodId, name, request.Start, request.End),
            answers.ToDictionary(pair => pair.Key, pair => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(pair.Value.GetRawText()), StringComparer.Ordinal), http.Caller(), cancellation);
        return put.Value is { } past ? TypedResults.Json(PastReturnAnswer.Of(past, isFixed: false), ApiJson.Default.PastReturnAnswer) : ProblemAnswers.Of(put.Problem!);
    }
}

/// <param name="Answers">By question id, in the shape of the question's type; nothing is required.</param>
internal sealed record PastReturnRequest(string? Name, DateOnly Start, DateOnly End, IReadOnlyDictionary<string, JsonElement>? Answers);
