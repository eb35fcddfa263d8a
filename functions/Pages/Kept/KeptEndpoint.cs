using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Kept;

namespace MonitoringReturns.Functions.Pages.Kept;

/// <summary>GET /kept/{id}, POST /kept/{id}/discard: answers that came after their session was over. They are saved by sending them once more, to where they were meant for.</summary>
internal static class KeptEndpoint
{
    public const string Route = "/kept/{id}";
    public const string DiscardRoute = Route + "/discard";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(DiscardRoute, DiscardAsync);
    }

    public static string AddressOf(string id) => $"/kept/{id}";

    private static async Task<IResult> ShowAsync(string id, KeptPosts kept, OrganisationsOfPerson organisations, HttpContext http, CancellationToken cancellation)
    {
        var caller = http.Caller();
        if (await kept.FindAsync(caller.Id, id, cancellation) is not { } post)
            return NothingKept;
        PersonsOrganisation? other = null;
        if (OrganisationId.TryParse(post.ActingFor, out var organisation) && organisation != caller.ActingFor)
            other = await organisations.FindAsync(caller.Id, organisation, cancellation) ?? new PersonsOrganisation(organisation, "", Roles.None);
        return PageResult.Of<KeptAnswersPage, KeptAnswersModel>(new KeptAnswersModel(
            TypedAnswers.Of(post.Fields), post.At, post.At + KeptPosts.Lasts, new PostedAgain(post.Address, post.Fields, id), $"{AddressOf(id)}/discard",
            other is null ? null : new OtherOrganisation(other.Id.Value, other.Roles == Roles.None ? null : other.Name, SwitchOrganisationPage.Route, AddressOf(id))));
    }

    private static async Task<IResult> DiscardAsync(string id, KeptPosts kept, HttpContext http, CancellationToken cancellation)
    {
        if (await kept.FindAsync(http.Caller().Id, id, cancellation) is not { } post)
            return NothingKept;
        await kept.RemoveAsync(http, id);
        return new SeeOther(post.Address);
    }

    private static PageResult NothingKept => PageResult.Of<NothingKeptPage>(StatusCodes.Status404NotFound);
}
