using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Organisations;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages.Organisations;

/// <summary>GET /organisations/{organisation}/invitations/{invitation}, POST …/send, POST …/withdraw</summary>
internal static class OpenInvitationEndpoint
{
    public const string Route = OrganisationEndpoint.Route + "/invitations/{invitation}";
    public const string SendRoute = Route + "/send";
    public const string WithdrawRoute = Route + "/withdraw";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(SendRoute, SendAsync);
        pages.MapPost(WithdrawRoute, WithdrawAsync);
    }

    private static async Task<IResult> ShowAsync(string organisation, string invitation, Invitations invitations, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id))
            return ProblemPages.NotFound;
        var found = await invitations.ToChangeAsync(id, invitation, http.Caller(), cancellation);
        return found.Problem is { } problem
            ? ProblemPages.Of(problem)
            : PageResult.Of<OpenInvitationPage, OpenInvitationModel>(new OpenInvitationModel(found.Value.Organisation, found.Value.Invitation));
    }

    private static async Task<IResult> SendAsync(string organisation, string invitation, Invitations invitations, HttpContext http, CancellationToken cancellation) =>
        OrganisationId.TryParse(organisation, out var id)
            ? After(id, (await invitations.SendAgainAsync(id, invitation, http.Caller(), cancellation)).Problem, DoneWords.SentAgain)
            : ProblemPages.NotFound;

    private static async Task<IResult> WithdrawAsync(string organisation, string invitation, Invitations invitations, HttpContext http, CancellationToken cancellation) =>
        OrganisationId.TryParse(organisation, out var id)
            ? After(id, (await invitations.WithdrawAsync(id, invitation, http.Caller(), cancellation)).Problem, DoneWords.Withdrawn)
            : ProblemPages.NotFound;

    private static IResult After(OrganisationId organisation, Problem? problem, string done) =>
        problem is null ? new SeeOther(DoneWords.At(PageAddresses.Organisation(organisation), done)) : ProblemPages.Of(problem);
}
