using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Storage;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.SignIn;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>GET, POST /organisations/switch: for whom the person acts from now on.</summary>
internal static class SwitchOrganisationPage
{
    public const string Route = "/organisations/switch";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, ["GET", "HEAD"], (string? next, HttpContext http, OrganisationsOfPerson organisations) => ShowAsync(next, missing: false, http, organisations));
        pages.MapPost(Route, RunAsync);
    }

    /// <summary>Lets the signed-in person act for an organisation, in this session, where they are a member of it.</summary>
    public static async Task<bool> SwitchAsync(HttpContext http, OrganisationId organisation)
    {
        var session = TicketStore.Current(http);
        var services = http.RequestServices;
        if (await services.GetRequiredService<OrganisationsOfPerson>().FindAsync(session.Member, organisation, http.RequestAborted) is null
            || !await services.GetRequiredService<SessionStore>().ActForAsync(session.Member, session.Id, organisation.Value, http.RequestAborted))
            return false;
        LastOrganisation.Keep(http, organisation);
        return true;
    }

    private static async Task<IResult> ShowAsync(string? next, bool missing, HttpContext http, OrganisationsOfPerson organisations)
    {
        var caller = http.Caller();
        var choices = await organisations.ListAsync(caller.Id, http.RequestAborted);
        return PageResult.Of<ChooseOrganisationPage, ChooseOrganisation>(
            new ChooseOrganisation(
                [.. choices.Select(one => new ActingFor(one.Id.Value, one.Name, one.Roles))], caller.ActingFor?.Value, LocalPath.Of(next), Route, missing),
            missing ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> RunAsync(HttpContext http, OrganisationsOfPerson organisations)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var next = form["next"].FirstOrDefault();
        if (form["organisation"].FirstOrDefault() is not { Length: > 0 } text)
            return await ShowAsync(next, missing: true, http, organisations);
        return OrganisationId.TryParse(text, out var organisation) && await SwitchAsync(http, organisation) ? new SeeOther(LocalPath.Of(next)) : ProblemPages.NotFound;
    }
}
