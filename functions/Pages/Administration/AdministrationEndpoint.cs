using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Administration;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Administration;

/// <summary>GET /administration, GET /administration/organisations/go</summary>
internal static class AdministrationEndpoint
{
    private const int AtOnce = 50;
    private const int MostCharacters = 100;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(PageAddresses.Administration, PagesFunction.Read, ShowAsync);
        pages.MapMethods(PageAddresses.GoToOrganisation, PagesFunction.Read, GoAsync);
    }

    private static async Task<IResult> ShowAsync(string? after, string? done, IOrganisationStore organisations, CancellationToken cancellation)
    {
        if (after is not null && !OrganisationId.TryParse(after, out _))
            return ProblemPages.NotFound;
        return Page(await organisations.ListAsync(after, AtOnce, cancellation), after is null, null, [], done, StatusCodes.Status200OK);
    }

    private static async Task<IResult> GoAsync(string? identifier, IOrganisationStore organisations, CancellationToken cancellation)
    {
        var typed = identifier?.Trim().ToUpperInvariant() ?? "";
        var isOne = OrganisationId.TryParse(typed, out var id);
        if (isOne && await organisations.GetAsync(id, cancellation) is not null)
            return new SeeOther(PageAddresses.Organisation(id));
        var wrong = new FieldError(isOne ? $"There is no organisation {id} here. Check the identifier, or add the organisation." : "Enter an identifier, like GB-CHC-1044239.", "identifier");
        return Page(
            await organisations.ListAsync(null, AtOnce, cancellation), true, typed.Length <= MostCharacters ? typed : typed[..MostCharacters], [wrong], null,
            StatusCodes.Status422UnprocessableEntity);
    }

    private static PageResult Page(PageOf<OrganisationSummary> organisations, bool isFirst, string? goTo, IReadOnlyList<FieldError> errors, string? done, int status) =>
        PageResult.Of<AdministrationPage, AdministrationModel>(new AdministrationModel(organisations, isFirst, goTo, errors, done), status);
}
