using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>PUT /api/v1/returns/{programme}/{period}/{award}/answers</summary>
internal static class SaveAnswersFunction
{
    public const string Route = GetReturnFunction.Route + "/answers";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut(Route, RunAsync).WithName("SaveAnswers").WithSummary("Saves some answers, all of them or none; the rest of the draft stays")
            .Accepts<SaveAnswersRequest>("application/json").Produces<SaveAnswersAnswer>()
            .Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(413, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(503, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, HttpContext http, SaveAnswers save, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http);
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var changes = AnswerChanges.Read(body.Value);
        if (changes.Value is null)
            return ProblemAnswers.Of(changes.Problem!);
        var saved = await save.RunAsync(key, changes.Value, http.Caller(), cancellation);
        if (saved.Value is not { } done)
            return ProblemAnswers.Of(saved.Problem!);
        http.Response.Headers.ETag = Etags.Of(done.Header.Change);
        return TypedResults.Json(
            new SaveAnswersAnswer(
                done.Header.Status.ToString(), done.Answers.ToDictionary(pair => pair.Key, pair => StoredAnswer.Of(pair.Value), StringComparer.Ordinal),
                ProblemAnswers.Of(done.Findings)),
            ApiJson.Default.SaveAnswersAnswer);
    }
}

/// <param name="Answers">By question id.</param>
internal sealed record SaveAnswersRequest(IReadOnlyDictionary<string, AnswerRequest> Answers);

/// <param name="Value">The new answer in the shape of the question's type; null clears it; absent leaves it.</param>
/// <param name="BasedOn">The version of the answer that was seen; 0 where there was none.</param>
/// <param name="Comment">The sentence that explains the answer; null clears it; absent leaves it.</param>
internal sealed record AnswerRequest(JsonElement? Value, int BasedOn, string? Comment);

/// <param name="Findings">What stands between the whole draft and a submission.</param>
internal sealed record SaveAnswersAnswer(string Status, IReadOnlyDictionary<string, StoredAnswer> Answers, IReadOnlyList<FindingAnswer> Findings);
