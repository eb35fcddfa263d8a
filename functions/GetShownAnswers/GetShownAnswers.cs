using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/revisions/{revision}/answers</summary>
internal static class GetShownAnswersFunction
{
    public const string Route = GetRevisionFunction.Route + "/answers";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetShownAnswers").WithSummary("A submitted revision's answers as far as the caller may see them, by the same rules as its reports")
            .Produces<ShownRevisionAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, string award, string revision, ReadRevision read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryRevision(revision, out var number))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.ShownAsync(key, number, http.Caller(), cancellation);
        if (found.Value is not { } shown)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        var filed = shown.Revision;
        return TypedResults.Json(
            new ShownRevisionAnswer(
                filed.Number, filed.Answers.Version.Number, filed.SubmittedAt, filed.Signatory.Name, filed.Signatory.Role, filed.Minutes,
                [.. shown.Answers.Select(answer => new ShownAnswerAnswer(
                    answer.Question.Value, answer.Column.Id, answer.Column.Heading, answer.Value.Kind != CellKind.NotAsked, ReadableCell.Of(answer.Value), NumberOf(answer.Value)))],
                shown.Comments.ToDictionary(pair => pair.Key.Value, pair => pair.Value, StringComparer.Ordinal)),
            ApiJson.Default.ShownRevisionAnswer);
    }

    private static decimal? NumberOf(Cell cell) =>
        cell.Kind is CellKind.Count or CellKind.Number or CellKind.Money or CellKind.Percentage ? cell.Number : null;
}

/// <param name="Comments">The provider's explaining sentences, by question id.</param>
internal sealed record ShownRevisionAnswer(
    int Revision, int FormVersion, DateTimeOffset SubmittedAt, string SignedBy, string SignedAs, int? Minutes, IReadOnlyList<ShownAnswerAnswer> Answers,
    IReadOnlyDictionary<string, string> Comments);

/// <param name="Cell">As the sheet of all answers names its column.</param>
/// <param name="Text">As people read it; empty where it was asked and not answered.</param>
/// <param name="Number">The figure; absent for words, and where a small number is hidden.</param>
internal sealed record ShownAnswerAnswer(string Question, string Cell, string Label, bool Asked, string Text, decimal? Number);
