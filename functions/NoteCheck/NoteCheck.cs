using System.Globalization;
using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/periods/{period}/samples/{number}/checks/{award}</summary>
internal static class NoteCheckFunction
{
    public const string Route = GetSampleFunction.Route + "/checks/{award}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("NoteCheck").WithSummary("An officer of the lead funder notes what the check of a drawn return came to; the charity reads it. Seen: the version of the outcome before, absent for the first")
            .Accepts<CheckRequest>("application/json").Produces<CheckAnswer>(201).Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string number, string award, NoteCheck note, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryRevision(number, out var sample))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http, ApiJson.Default.CheckRequest, """Send what the check came to: {"result":"InOrder","note":"…"}.""");
        if (body.Value is not { } wanted)
            return ProblemAnswers.Of(body.Problem!);
        var seen = wanted.Seen is null ? 0 : long.TryParse(wanted.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : -1;
        CheckResult? result = Enum.TryParse<CheckResult>(wanted.Result, out var known) && Enum.IsDefined(known) ? known : null;
        var noted = await note.RunAsync(key, sample, seen, result, wanted.Note, http.Caller(), cancellation);
        return noted.Value is { } outcome ? TypedResults.Json(CheckAnswer.Of(outcome), ApiJson.Default.CheckAnswer, statusCode: StatusCodes.Status201Created) : ProblemAnswers.Of(noted.Problem!);
    }
}

/// <param name="Result">InOrder or NotInOrder.</param>
internal sealed record CheckRequest(string? Result, string? Note, string? Seen = null);
