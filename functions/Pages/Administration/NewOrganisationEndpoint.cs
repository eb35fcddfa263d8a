using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Administration;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Administration;

/// <summary>GET, POST /administration/organisations/new</summary>
internal static class NewOrganisationEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(PageAddresses.NewOrganisation, PagesFunction.Read, () => PageResult.Of<NewOrganisationPage, NewOrganisationModel>(new NewOrganisationModel(null, null, null, [])));
        pages.MapPost(PageAddresses.NewOrganisation, AddAsync);
    }

    private static async Task<IResult> AddAsync(OrganisationDetails details, HttpContext http, CancellationToken cancellation)
    {
        var form = await http.FormAsync();
        var (identifier, name, chosen) = (form.Text("identifier").ToUpperInvariant(), form.Text("name"), form.Text("kind"));
        IResult Again(IReadOnlyList<FieldError> errors, int status) =>
            PageResult.Of<NewOrganisationPage, NewOrganisationModel>(new NewOrganisationModel(identifier, name, chosen, errors), status);

        var kind = OrganisationWords.Kinds.Cast<OrganisationKind?>().FirstOrDefault(one => string.Equals(one.ToString(), chosen, StringComparison.Ordinal));
        var isRegistered = OrganisationId.TryParse(identifier, out var id);
        var errors = new List<FieldError>();
        if (name.Length == 0)
            errors.Add(new FieldError("Enter the organisation's name.", "name"));
        if (identifier.Length > 0 && !isRegistered)
            errors.Add(new FieldError("Enter the identifier in the form of its register, like GB-CHC-1044239, or leave it empty.", "identifier"));
        if (kind is null)
            errors.Add(new FieldError("Choose what the organisation is.", "kind"));
        if (errors.Count > 0)
            return Again(errors, StatusCodes.Status422UnprocessableEntity);

        var organisation = new Organisation { Id = id, Name = name, Kind = kind!.Value };
        var added = isRegistered ? await details.AddAsync(organisation, http.Caller(), cancellation) : await details.AddUnregisteredAsync(organisation, http.Caller(), cancellation);
        return added.Value is { } found
            ? new SeeOther(DoneWords.At(PageAddresses.Organisation(found.Organisation.Id), DoneWords.OrganisationAdded))
            : added.Problem!.Told(Again, "identifier");
    }
}
