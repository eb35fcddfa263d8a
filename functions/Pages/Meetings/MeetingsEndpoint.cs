using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Meetings;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Meetings;

/// <summary>GET, POST /meetings/{programme}/{award}; POST …/{number}/confirm: for both sides of an award.</summary>
internal static class MeetingsEndpoint
{
    /// <summary>More than is taken, so that a person who wrote too much still has all of it.</summary>
    private const int MostShown = 20_000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(MeetingAddresses.Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(MeetingAddresses.Route, WriteAsync);
        pages.MapPost(MeetingAddresses.Route + "/{number}/confirm", ConfirmAsync);
    }

    private static async Task<IResult> ShowAsync(string programme, string award, string? corrects, string? done, ReviewMeetings meetings, HttpContext http, CancellationToken cancellation)
    {
        if (!TryAward(programme, award, out var programmeId, out var awardId))
            return ProblemPages.NotFound;
        var found = await meetings.ReadAsync(programmeId, awardId, http.Caller(), cancellation);
        return found.Value is { } read ? PageResult.Of<MeetingsPage, MeetingsModel>(new MeetingsModel(read, DateEntry.Empty, null, CorrectedIn(read, corrects), [], done)) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> WriteAsync(string programme, string award, ReviewMeetings meetings, HttpContext http, CancellationToken cancellation)
    {
        if (!TryAward(programme, award, out var programmeId, out var awardId))
            return ProblemPages.NotFound;
        var form = await http.FormAsync();
        var (on, typed, corrects) = (form.Date("on"), form["agreed"].ToString(), form.Text("corrects"));
        typed = typed.Length <= MostShown ? typed : typed[..MostShown];
        var seen = int.TryParse(form.Text("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        int? corrected = RouteIds.TryRevision(corrects, out var one) ? one : null;
        var done = await meetings.WriteAsync(programmeId, awardId, seen, on.TryRead(out var day) ? day : null, typed, corrected, http.Caller(), cancellation);
        return done.Problem is { } problem
            ? await AgainAsync(programmeId, awardId, problem, on, typed, corrects, meetings, http)
            : new SeeOther(DoneWords.At(MeetingAddresses.Of(programmeId, awardId), MeetingsModel.Written));
    }

    private static async Task<IResult> ConfirmAsync(string programme, string award, string number, ReviewMeetings meetings, HttpContext http, CancellationToken cancellation)
    {
        if (!TryAward(programme, award, out var programmeId, out var awardId) || !RouteIds.TryRevision(number, out var note))
            return ProblemPages.NotFound;
        var done = await meetings.ConfirmAsync(programmeId, awardId, note, http.Caller(), cancellation);
        return done.Problem is { } problem
            ? await AgainAsync(programmeId, awardId, problem, DateEntry.Empty, null, null, meetings, http)
            : new SeeOther(DoneWords.At(MeetingAddresses.Of(programmeId, awardId), MeetingsModel.Confirmed));
    }

    private static async Task<IResult> AgainAsync(
        ProgrammeId programme, AwardId award, Problem problem, DateEntry on, string? agreed, string? corrects, ReviewMeetings meetings, HttpContext http)
    {
        var found = await meetings.ReadAsync(programme, award, http.Caller(), http.RequestAborted);
        return found.Value is { } read
            ? problem.Told((errors, status) => PageResult.Of<MeetingsPage, MeetingsModel>(new MeetingsModel(read, on, agreed, CorrectedIn(read, corrects), errors, null), status))
            : ProblemPages.Of(found.Problem!);
    }

    private static int? CorrectedIn(MeetingsOfAward meetings, string? corrects) =>
        RouteIds.TryRevision(corrects ?? "", out var number) && meetings.Notes.Any(note => note.Number == number) ? number : null;

    private static bool TryAward(string programme, string award, out ProgrammeId programmeId, out AwardId awardId) =>
        Identifier.TryParse(programme, out programmeId) & Identifier.TryParse(award, out awardId);
}
