using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Storage;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.SignIn;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>GET /sessions, POST /sessions/end-others: where a person is signed in.</summary>
internal static class OwnSessionsPage
{
    public const string Route = "/sessions";
    public const string EndOthersRoute = "/sessions/end-others";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, ["GET", "HEAD"], ShowAsync);
        pages.MapPost(EndOthersRoute, EndOthersAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, SessionStore sessions)
    {
        var current = TicketStore.Current(http);
        var key = SessionStore.KeyOf(current.Id);
        var all = await sessions.ListAsync(current.Member, http.RequestAborted);
        return PageResult.Of<Web.Pages.SignIn.OwnSessionsPage, OwnSessions>(new OwnSessions(
            [.. all.Select(session => new OwnSession(
                Words(session.Started), Words(LastUse(session)), session.AddressHeader is { } header ? $"{session.Address} ({header} said)" : session.Address ?? "",
                session.UserAgent ?? "It did not say", string.Equals(session.Key, key, StringComparison.Ordinal)))],
            EndOthersRoute));
    }

    private static async Task<IResult> EndOthersAsync(HttpContext http, SessionStore sessions)
    {
        var current = TicketStore.Current(http);
        await sessions.RemoveOthersAsync(current.Member, current.Id, http.RequestAborted);
        return new SeeOther(Route);
    }

    /// <summary>To the minute: a session is renewed no oftener. In its last half hour the twelfth hour sets its end.</summary>
    private static DateTimeOffset LastUse(StoredSession session) =>
        session.Expires - SessionCookie.Idle is var used && used < session.Started ? session.Started : used;

    private static string Words(DateTimeOffset moment) => UkTime.Local(moment).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
