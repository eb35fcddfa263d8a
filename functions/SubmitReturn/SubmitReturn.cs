using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/returns/{programme}/{period}/{award}/submission</summary>
internal static class SubmitReturnFunction
{
    public const string Route = GetReturnFunction.Route + "/submission";

    private const int MostKeyCharacters = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("SubmitReturn")
            .WithSummary("Submits the draft as the next revision. Headers: If-Match with the return's ETag; Idempotency-Key, the same for every try at this submission")
            .Accepts<SubmissionRequest>("application/json").Produces<ReceiptAnswer>(201).Produces<ReceiptAnswer>()
            .Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(412, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, HttpContext http, SubmitReturn submit, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var headers = http.Request.Headers;
        if (headers.IfMatch.FirstOrDefault() is not { Length: > 0 } ifMatch)
            return ProblemAnswers.Of(new Problem(Catalogue.IfMatchNeeded, "Read the return, and send its ETag in the header If-Match: so nobody signs what they haven't seen."));
        if (headers["Idempotency-Key"].FirstOrDefault() is not { Length: > 0 and <= MostKeyCharacters } idempotencyKey)
            return ProblemAnswers.Of(new Problem(Catalogue.IdempotencyKeyNeeded, $"Make up a key of 1 to {MostKeyCharacters} characters for this submission and send the same with every try."));
        var body = await Bodies.ReadAsync(http);
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var request = Read(body.Value);
        if (request.Value is not { } asked)
            return ProblemAnswers.Of(request.Problem!);

        var done = await submit.RunAsync(SubmissionOf(key, Etags.Parse(ifMatch), idempotencyKey, asked), http.Caller(), cancellation);
        if (done.Value is not { } receipt)
            return ProblemAnswers.Of(done.Problem!);
        http.Response.Headers.ETag = Etags.Of(receipt.Header.Change);
        http.Response.Headers.Location = $"/{ListReturnsFunction.Route}/{key}/revisions/{receipt.Revision}";
        return TypedResults.Json(
            new ReceiptAnswer(receipt.Reference, receipt.Revision, receipt.Digest, receipt.SubmittedAt, receipt.Late, receipt.Header.Status.ToString()),
            ApiJson.Default.ReceiptAnswer, statusCode: receipt.Replayed ? 200 : 201);
    }

    private static Submission SubmissionOf(ReturnKey key, long change, string idempotencyKey, SubmissionRequest asked) =>
        new(key, change, idempotencyKey, asked.Signatory!.Read(), asked.Minutes) { SecondSignatory = asked.SecondSignatory?.Read() };

    private static Outcome<SubmissionRequest> Read(ReadOnlyMemory<byte> body)
    {
        SubmissionRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(body.Span, ApiJson.Default.SubmissionRequest);
        }
        catch (JsonException error)
        {
            return Bodies.NotJson($"""Send a signatory with name and role, and minutes as a whole number; line {error.LineNumber + 1} has something else.""");
        }
        if (request?.Signatory is not { IsUsable: true })
            return new Problem(Catalogue.BadParameter, $"Give signatory.name and signatory.role, 1 to {Signatory.MostCharacters} characters each.");
        if (request.SecondSignatory is { IsUsable: false })
            return new Problem(Catalogue.BadParameter, $"Give secondSignatory.name and secondSignatory.role, 1 to {Signatory.MostCharacters} characters each, or leave secondSignatory out.");
        if (request.Minutes is < 0 or > Signatory.MostMinutes)
            return new Problem(Catalogue.BadParameter, $"Give minutes as a whole number from 0 to {Signatory.MostMinutes:N0}, or leave it out.");
        return request;
    }
}

/// <param name="Minutes">How long the return took; absent where nobody counted.</param>
/// <param name="SecondSignatory">Where the form asks for two signatures; absent where it asks for one.</param>
internal sealed record SubmissionRequest(SignatoryRequest? Signatory, int? Minutes, SignatoryRequest? SecondSignatory = null);

/// <param name="Role">In the organisation, such as "Treasurer".</param>
internal sealed record SignatoryRequest(string? Name, string? Role)
{
    [JsonIgnore]
    public bool IsUsable => Core.Returns.Signatory.CanBe(Name) && Core.Returns.Signatory.CanBe(Role);

    public Signatory Read() => new(Name!.Trim(), Role!.Trim());
}

/// <param name="Reference">To quote in a letter or on the telephone.</param>
/// <param name="Digest">SHA-256 of the revision, which its address gives byte for byte.</param>
/// <param name="Late">The first submission came after the due day.</param>
internal sealed record ReceiptAnswer(string Reference, int Revision, string Digest, DateTimeOffset SubmittedAt, bool Late, string Status);
