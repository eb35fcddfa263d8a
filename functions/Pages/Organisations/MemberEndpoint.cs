using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Organisations;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages.Organisations;

/// <summary>GET, POST /organisations/{organisation}/members/{member}: the member's roles.</summary>
internal static class MemberEndpoint
{
    public const string Route = OrganisationEndpoint.Route + "/members/{member}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(Route, ChangeAsync);
    }

    /// <summary>What the address names; false where it can name nothing.</summary>
    public static bool TryRead(string organisation, string member, out OrganisationId id, out MemberId memberId) =>
        OrganisationId.TryParse(organisation, out id) & Identifier.TryParse(member, out memberId);

    private static async Task<IResult> ShowAsync(string organisation, string member, Members members, HttpContext http, CancellationToken cancellation)
    {
        if (!TryRead(organisation, member, out var id, out var memberId))
            return ProblemPages.NotFound;
        var found = await members.GetAsync(id, memberId, http.Caller(), cancellation);
        if (found.Value is not { } there)
            return ProblemPages.Of(found.Problem!);
        // Somebody who may change no roles, not even their own, may still leave.
        return there.MayHold == Roles.None
            ? new SeeOther(PageAddresses.RemoveMember(id, memberId))
            : PageResult.Of<MemberPage, MemberModel>(new MemberModel(there, RoleChoices.Ticked(there.Member.Member.Roles), []));
    }

    private static async Task<IResult> ChangeAsync(string organisation, string member, Members members, HttpContext http, CancellationToken cancellation)
    {
        if (!TryRead(organisation, member, out var id, out var memberId))
            return ProblemPages.NotFound;
        var found = await members.GetAsync(id, memberId, http.Caller(), cancellation);
        if (found.Value is not { } there)
            return ProblemPages.Of(found.Problem!);
        var roles = RoleChoices.Roles((await http.FormAsync())["roles"]);
        var changed = await members.ChangeRolesAsync(id, memberId, roles, http.Caller(), cancellation);
        return changed.Problem is { } problem
            ? problem.Told((errors, status) => PageResult.Of<MemberPage, MemberModel>(new MemberModel(there, RoleChoices.Ticked(roles), errors), status), "roles")
            : new SeeOther(DoneWords.At(PageAddresses.Organisation(id), DoneWords.RolesChanged));
    }
}
