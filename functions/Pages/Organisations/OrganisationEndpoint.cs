using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Organisations;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages.Organisations;

/// <summary>GET /organisations/{organisation}</summary>
internal static class OrganisationEndpoint
{
    public const string Route = "/organisations/{organisation}";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(Route, PagesFunction.Read, ShowAsync);

    private static async Task<IResult> ShowAsync(
        string organisation, string? after, string? done, ShowOrganisation show, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id) || (after is not null && !Identifier.TryParse<MemberId>(after, out _)))
            return ProblemPages.NotFound;
        var caller = http.Caller();
        var found = await show.RunAsync(id, after, caller, cancellation);
        return found.Value is { } overview
            ? PageResult.Of<OrganisationPage, OrganisationModel>(new OrganisationModel(overview, UkTime.DayOf(clock.GetUtcNow()), caller.Id, after is null, done))
            : ProblemPages.Of(found.Problem!);
    }
}
