using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Organisations;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Organisations;

/// <summary>GET, POST /organisations/{organisation}/programs/new</summary>
internal static class NewProgramEndpoint
{
    public const string Route = OrganisationEndpoint.Route + "/programs/new";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(Route, LetInAsync);
    }

    private static async Task<IResult> ShowAsync(string organisation, Members members, TokenIssuers issuers, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id))
            return ProblemPages.NotFound;
        var found = await members.ToLetClientInAsync(id, http.Caller(), cancellation);
        return found.Value is { } giving
            ? PageResult.Of<NewProgramPage, NewProgramModel>(new NewProgramModel(giving.Organisation, giving.MayGive, await issuers.ListAsync(cancellation), null, null, null, [], []))
            : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> LetInAsync(string organisation, Members members, TokenIssuers issuers, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id))
            return ProblemPages.NotFound;
        var found = await members.ToLetClientInAsync(id, http.Caller(), cancellation);
        if (found.Value is not { } giving)
            return ProblemPages.Of(found.Problem!);
        var form = await http.FormAsync();
        var (client, roles) = (new GrantedClient(form.Text("name"), form.Text("issuer"), form.Text("client")), RoleChoices.Roles(form["roles"]));
        var known = await issuers.ListAsync(cancellation);
        IResult Again(IReadOnlyList<FieldError> errors, int status) => PageResult.Of<NewProgramPage, NewProgramModel>(
            new NewProgramModel(giving.Organisation, giving.MayGive, known, client.Name, client.Issuer, client.ClientId, RoleChoices.Ticked(roles), errors), status);

        if (!known.Any(issuer => string.Equals(issuer.Value, client.Issuer, StringComparison.Ordinal)))
            return Again([new FieldError("Choose who issues the program's tokens.", "issuer")], StatusCodes.Status422UnprocessableEntity);
        var letIn = await members.LetClientInAsync(id, client, roles, http.Caller(), cancellation);
        return letIn.Problem is { } problem ? problem.Told(Again, "roles") : new SeeOther(DoneWords.At(PageAddresses.Organisation(id), DoneWords.ProgramLetIn));
    }
}
