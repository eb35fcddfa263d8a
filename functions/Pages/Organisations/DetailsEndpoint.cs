using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Organisations;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Organisations;

/// <summary>GET, POST /organisations/{organisation}/details</summary>
internal static class DetailsEndpoint
{
    public const string Route = OrganisationEndpoint.Route + "/details";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(Route, ChangeAsync);
    }

    private static async Task<IResult> ShowAsync(string organisation, OrganisationDetails details, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id))
            return ProblemPages.NotFound;
        var found = await details.ToChangeAsync(id, http.Caller(), cancellation);
        return found.Value is { } current ? Page(current, DetailsEntry.Of(current), [], StatusCodes.Status200OK) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> ChangeAsync(string organisation, OrganisationDetails details, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id))
            return ProblemPages.NotFound;
        var found = await details.ToChangeAsync(id, http.Caller(), cancellation);
        if (found.Value is not { } current)
            return ProblemPages.Of(found.Problem!);
        var form = await http.FormAsync();
        var entry = DetailsForm.Read(form, current);
        if (form.Text("then") == "add")
            return Page(current, entry with { Accreditations = [.. entry.Accreditations, AccreditationEntry.Empty] }, [], StatusCodes.Status200OK);

        var kept = entry with { Accreditations = [.. entry.Accreditations.Where(one => !one.IsLeftOut)] };
        var (wanted, errors) = DetailsForm.Parse(kept, current);
        if (errors.Count > 0)
            return Page(current, kept, errors, StatusCodes.Status422UnprocessableEntity);
        var changed = await details.ChangeAsync(wanted, http.Caller(), cancellation);
        return changed.Problem is { } problem
            ? problem.Told((wrong, status) => Page(current, kept, wrong, status))
            : new SeeOther(DoneWords.At(PageAddresses.Organisation(id), DoneWords.DetailsChanged));
    }

    private static PageResult Page(Organisation organisation, DetailsEntry entry, IReadOnlyList<FieldError> errors, int status) =>
        PageResult.Of<DetailsPage, DetailsModel>(new DetailsModel(organisation, entry, errors), status);
}
