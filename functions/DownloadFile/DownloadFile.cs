using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/files/{question}/{file}</summary>
internal static class DownloadFileFunction
{
    public const string Route = ListFilesFunction.Route + "/{file}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("DownloadFile").WithSummary("An evidence file: for the provider those of the draft and of what it submitted, for a funder those of what was submitted in questions that it sees")
            .Produces<byte[]>(200, "application/octet-stream").Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, string award, string question, string file, ReadFile read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryFile(question, file, out var questionId, out var fileId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var opened = await read.RunAsync(key, questionId, fileId, http.Caller(), cancellation);
        return opened.Value is { } found ? SentFile.Of(found, http) : ProblemAnswers.Of(opened.Problem!);
    }
}
