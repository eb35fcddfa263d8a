using System.Text.Json;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/files/{question}</summary>
internal static class BeginUploadFunction
{
    public const string Route = ListFilesFunction.Route;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("BeginUpload").WithSummary("Gives an address that takes one evidence file for a quarter of an hour. PUT the file there with these headers, then say that it is uploaded")
            .Accepts<BeginUploadRequest>("application/json").Produces<BegunUploadAnswer>(201).Produces<ProblemAnswer>(400, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, string question, UploadFile upload, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryQuestion(question, out var questionId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http);
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        if (Read(body.Value) is not { Name: { Length: > 0 } name } request || request.Size < 0)
            return ProblemAnswers.Of(Bodies.NotJson("""Send what the file is called, and if you know it its size in bytes: {"name":"Minutes.pdf","size":48213}."""));
        var begun = await upload.BeginAsync(key, questionId, name, request.Size, http.Caller(), cancellation);
        if (begun.Value is not { } made)
            return ProblemAnswers.Of(begun.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(BegunUploadAnswer.Of(made, $"{http.Request.Path}/{made.File.Id}/uploaded"), ApiJson.Default.BegunUploadAnswer, statusCode: StatusCodes.Status201Created);
    }

    private static BeginUploadRequest? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, ApiJson.Default.BeginUploadRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Name">What the file is called, without a path.</param>
/// <param name="Size">In bytes; absent where it is not known.</param>
internal sealed record BeginUploadRequest(string? Name, long? Size);

/// <param name="Upload">Where to PUT the file: takes one file, once, until it expires. A secret.</param>
/// <param name="Headers">What the PUT has to send besides.</param>
/// <param name="MostBytes">A larger file is refused when it is checked.</param>
/// <param name="Uploaded">Where to POST when it is there.</param>
internal sealed record BegunUploadAnswer(string File, string Name, Uri Upload, DateTimeOffset Expires, IReadOnlyDictionary<string, string> Headers, long MostBytes, string Uploaded)
{
    public static BegunUploadAnswer Of(BegunUpload made, string uploaded) => new(
        made.File.Id.Value, made.File.Name, made.Link.Address, made.Link.Expires, new Dictionary<string, string>(StringComparer.Ordinal) { ["x-ms-blob-type"] = "BlockBlob" }, FileKind.MostBytes, uploaded);
}
