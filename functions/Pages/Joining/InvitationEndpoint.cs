using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Joining;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages.Joining;

/// <summary>GET, POST /invitations/{secret}: an invitation's link. Anybody may open it; accepting takes somebody who is signed in.</summary>
internal static class InvitationEndpoint
{
    public const string Route = "/invitations/{secret}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync).AllowAnonymous();
        pages.MapPost(Route, AcceptAsync);
    }

    private static async Task<IResult> ShowAsync(string secret, Invitations invitations, HttpContext http, CancellationToken cancellation)
    {
        var found = await invitations.ReadAsync(secret, cancellation);
        if (found.Problem is not null)
            return NotUsable(found.Problem);
        var address = PageAddresses.Invitation(secret);
        return PageResult.Of<InvitationPage, InvitationModel>(
            new InvitationModel(found.Value.Organisation, found.Value.Invitation, address, SignInPages.AddressFor(address), http.Features.Get<Visitor>()?.Person));
    }

    private static async Task<IResult> AcceptAsync(string secret, Invitations invitations, HttpContext http, CancellationToken cancellation)
    {
        var accepted = await invitations.AcceptAsync(secret, http.Caller(), cancellation);
        if (accepted.Value is not { } joined)
            return NotUsable(accepted.Problem!);
        await SwitchOrganisationPage.SwitchAsync(http, joined.Organisation.Id);
        return new SeeOther(DoneWords.At(PageAddresses.Home, DoneWords.Joined));
    }

    /// <summary>A link that is broken, used, withdrawn or too old: one page, which says what to do in each case.</summary>
    private static IResult NotUsable(Problem problem) => problem.Refusal.Kind switch
    {
        RefusalKind.NotFound => PageResult.Of<InvitationNotUsablePage>(StatusCodes.Status404NotFound),
        _ when problem.Refusal == Catalogue.InvitationNotUsable => PageResult.Of<InvitationNotUsablePage>(StatusCodes.Status409Conflict),
        _ => ProblemPages.Of(problem),
    };
}
