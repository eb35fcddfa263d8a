using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/files/{question}</summary>
internal static class ListFilesFunction
{
    public const string Route = GetReturnFunction.Route + "/files/{question}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListFiles").WithSummary("The evidence files of a question: those in the draft's answer, those on their way, and why some were refused. For the provider alone")
            .Produces<FileListAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, string question, ShowFiles show, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryQuestion(question, out var questionId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var shown = await show.RunAsync(key, questionId, http.Caller(), cancellation);
        if (shown.Value is not { } files)
            return ProblemAnswers.Of(shown.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new FileListAnswer([.. files.InAnswer.Select(FileAnswer.Of), .. files.Others.Select(FileAnswer.Of)], files.Found.Question.MaxFiles, FileKind.MostBytes), ApiJson.Default.FileListAnswer);
    }
}

internal sealed record FileListAnswer(IReadOnlyList<FileAnswer> Files, int MaxFiles, long MostBytes);

/// <param name="State"><c>Clean</c>: in the answer. <c>Uploading</c>, <c>Waiting</c> to be checked, or <c>Refused</c>.</param>
/// <param name="Type">Its media type, as its content says; this and the next two once it is clean.</param>
/// <param name="Code">Why it was refused, and the sentence that says so.</param>
internal sealed record FileAnswer(string Id, string Name, string State, string? Type, long? Size, string? Sha256, string? Code, string? Message)
{
    public static FileAnswer Of(AnsweredFile file) => new(file.Id.Value, file.Name, nameof(FileState.Clean), file.Type, file.Size, file.Sha256, null, null);

    public static FileAnswer Of(EvidenceFile file) => new(
        file.Id.Value, file.Name, file.State.ToString(), file.Kind?.MediaType, file.Size, file.Sha256, file.Fault is { } fault ? FileFaults.CodeOf(fault).ToString() : null,
        file.Fault is { } why ? FileFaults.SentenceOf(why, file.Name) : null);
}
