using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Organisations;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Organisations;

/// <summary>GET, POST /organisations/{organisation}/invitations/new</summary>
internal static class InviteEndpoint
{
    public const string Route = OrganisationEndpoint.Route + "/invitations/new";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(Route, InviteAsync);
    }

    private static async Task<IResult> ShowAsync(string organisation, Invitations invitations, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id))
            return ProblemPages.NotFound;
        var found = await invitations.ToInviteAsync(id, http.Caller(), cancellation);
        return found.Value is { } giving
            ? PageResult.Of<InvitePage, InviteModel>(new InviteModel(giving.Organisation, giving.MayGive, null, [], null, []))
            : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> InviteAsync(string organisation, Invitations invitations, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id))
            return ProblemPages.NotFound;
        var found = await invitations.ToInviteAsync(id, http.Caller(), cancellation);
        if (found.Value is not { } giving)
            return ProblemPages.Of(found.Problem!);
        var form = await http.FormAsync();
        var (email, roles, typed) = (form.Text("email"), RoleChoices.Roles(form["roles"]), form.Text("body"));
        IResult Again(IReadOnlyList<FieldError> errors, int status) =>
            PageResult.Of<InvitePage, InviteModel>(new InviteModel(giving.Organisation, giving.MayGive, email, RoleChoices.Ticked(roles), typed, errors), status);

        var body = OrganisationId.TryParse(typed, out var parsed) ? parsed : (OrganisationId?)null;
        if (typed.Length > 0 && body is null)
            return Again([new FieldError("Enter the identifier of the supporter's local infrastructure body, like GB-CHC-1044239.", "body")], StatusCodes.Status422UnprocessableEntity);
        var invited = await invitations.InviteAsync(id, email, roles, body, http.Caller(), cancellation);
        return invited.Problem is { } problem
            ? problem.Told(Again, roles == Roles.Supporter && body is null ? "body" : "roles")
            : new SeeOther(DoneWords.At(PageAddresses.Organisation(id), DoneWords.Invited));
    }
}
