using MonitoringReturns.Core;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/awards/{award}/meetings</summary>
internal static class ListMeetingsFunction
{
    public const string Route = GetAwardFunction.Route + "/meetings";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListMeetings").WithSummary("What was agreed at an award's review meetings, for its provider and its funders; the first first")
            .Produces<MeetingListAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string award, ReviewMeetings meetings, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || !Identifier.TryParse<AwardId>(award, out var awardId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await meetings.ReadAsync(id, awardId, http.Caller(), cancellation);
        if (found.Value is not { } read)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new MeetingListAnswer([.. read.Notes.Select(MeetingAnswer.Of)]), ApiJson.Default.MeetingListAnswer);
    }
}

internal sealed record MeetingListAnswer(IReadOnlyList<MeetingAnswer> Meetings);

/// <param name="Corrects">The note that it corrects; absent for none.</param>
/// <param name="WrittenFor">The side that wrote it.</param>
/// <param name="ConfirmedFor">The other side; absent until it confirmed.</param>
internal sealed record MeetingAnswer(int Meeting, DateOnly On, string Agreed, int? Corrects, string WrittenFor, DateTimeOffset WrittenAt, string? ConfirmedFor, DateTimeOffset? ConfirmedAt)
{
    public static MeetingAnswer Of(ReviewNote note) => new(
        note.Number, note.On, note.Agreed, note.Corrects, note.Written.For.Value, note.Written.At, note.Confirmed?.For.Value, note.Confirmed?.At);
}
