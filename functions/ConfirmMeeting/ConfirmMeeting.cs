using MonitoringReturns.Core;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/awards/{award}/meetings/{number}/confirmation</summary>
internal static class ConfirmMeetingFunction
{
    public const string Route = ListMeetingsFunction.Route + "/{number}/confirmation";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("ConfirmMeeting").WithSummary("The other side says that this is what was agreed. Said twice, it changes nothing")
            .Produces<MeetingAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string award, string number, ReviewMeetings meetings, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || !Identifier.TryParse<AwardId>(award, out var awardId) || !RouteIds.TryRevision(number, out var note))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var done = await meetings.ConfirmAsync(id, awardId, note, http.Caller(), cancellation);
        return done.Value is { } confirmed ? TypedResults.Json(MeetingAnswer.Of(confirmed), ApiJson.Default.MeetingAnswer) : ProblemAnswers.Of(done.Problem!);
    }
}
