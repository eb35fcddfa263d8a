using MonitoringReturns.Core;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/awards/{award}/meetings</summary>
internal static class NoteMeetingFunction
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(ListMeetingsFunction.Route, RunAsync).WithName("NoteMeeting").WithSummary("One side of an award notes what was agreed; the other confirms it. Seen: how many notes there were when they were listed")
            .Accepts<MeetingRequest>("application/json").Produces<MeetingAnswer>(201).Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType)
            .Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string award, ReviewMeetings meetings, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || !Identifier.TryParse<AwardId>(award, out var awardId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var body = await Bodies.ReadAsync(http, ApiJson.Default.MeetingRequest, """Send how many notes were seen, the day and what was agreed: {"seen":0,"on":"2026-07-03","agreed":"…"}.""");
        if (body.Value is not { } sent)
            return ProblemAnswers.Of(body.Problem!);
        var written = await meetings.WriteAsync(id, awardId, sent.Seen, sent.On, sent.Agreed, sent.Corrects, http.Caller(), cancellation);
        return written.Value is { } note ? TypedResults.Json(MeetingAnswer.Of(note), ApiJson.Default.MeetingAnswer, statusCode: StatusCodes.Status201Created) : ProblemAnswers.Of(written.Problem!);
    }
}

/// <param name="Corrects">The note that it corrects; absent for none.</param>
internal sealed record MeetingRequest(int Seen, DateOnly? On, string? Agreed, int? Corrects = null);
