using System.Text.Json;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Functions.Api;

/// <summary>A problem as RFC 9457 writes it, with the portal's own members.</summary>
/// <param name="Code">Stable; never used again for another problem.</param>
/// <param name="Etag">The state of the return now, where the caller's was stale.</param>
internal sealed record ProblemAnswer(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<FindingAnswer>? Findings, IReadOnlyList<ConflictAnswer>? Conflicts, string? Etag);

/// <summary>A finding about an answer.</summary>
/// <param name="Kind"><c>refused</c>: nothing was saved; <c>putRight</c>: before submitting; <c>explain</c>: a comment on the answer settles it.</param>
/// <param name="Place">The question's id; in a repeating group <c>group/row/question</c>.</param>
/// <param name="Check">The form's own code of the check; absent for what follows from the question's type.</param>
internal sealed record FindingAnswer(string Code, string Name, string Kind, string Place, string Message, string? Check);

/// <summary>An answer that somebody else changed first.</summary>
internal sealed record ConflictAnswer(string Question, int BasedOn, int CurrentVersion, JsonElement Yours, JsonElement Theirs);

internal static class ProblemAnswers
{
    public const string ContentType = "application/problem+json";

    public static IResult Of(Problem problem) => TypedResults.Json(AnswerOf(problem), ApiJson.Default.ProblemAnswer, ContentType, (int)problem.Refusal.Kind);

    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = (int)problem.Refusal.Kind;
        await http.Response.WriteAsJsonAsync(AnswerOf(problem), ApiJson.Default.ProblemAnswer, ContentType, http.RequestAborted);
    }

    public static FindingAnswer[] Of(IReadOnlyList<Finding> findings) =>
        [.. findings.Select(finding => new FindingAnswer(finding.Code.ToString(), finding.Code.Name, KindOf(finding.Kind), finding.Place, finding.Message, finding.Check))];

    private static ProblemAnswer AnswerOf(Problem problem) => new(
        $"urn:monitoring-returns:problem:{problem.Refusal.Code.Name}", problem.Refusal.Title, (int)problem.Refusal.Kind, problem.Detail, problem.Refusal.Code.ToString(),
        problem.Findings.Count == 0 ? null : Of(problem.Findings),
        problem.Conflicts.Count == 0 ? null : [.. problem.Conflicts.Select(conflict => new ConflictAnswer(
            conflict.Question.Value, conflict.BasedOn, conflict.CurrentVersion, Json.Element(conflict.YoursJson), Json.Element(conflict.TheirsJson)))],
        problem.CurrentChange is { } change ? Etags.Of(change) : null);

    private static string KindOf(FindingKind kind) => kind switch
    {
        FindingKind.Refused => "refused",
        FindingKind.PutRight => "putRight",
        _ => "explain",
    };
}
