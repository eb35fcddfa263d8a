using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/files/{question}/{file}/uploaded</summary>
internal static class AnnounceUploadFunction
{
    public const string Route = DownloadFileFunction.Route + "/uploaded";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AnnounceUpload").WithSummary("Says that an evidence file has been uploaded, so that it is checked. Found clean, it becomes part of the question's answer by itself")
            .Produces<FileAnswer>(202).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, string award, string question, string file, UploadFile upload, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryFile(question, file, out var questionId, out var fileId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var announced = await upload.AnnounceAsync(key, questionId, fileId, http.Caller(), cancellation);
        return announced.Value is { } known
            ? TypedResults.Json(FileAnswer.Of(known), ApiJson.Default.FileAnswer, statusCode: StatusCodes.Status202Accepted)
            : ProblemAnswers.Of(announced.Problem!);
    }
}
