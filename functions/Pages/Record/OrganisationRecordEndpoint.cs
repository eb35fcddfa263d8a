using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Organisations;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Record;

namespace MonitoringReturns.Functions.Pages.Record;

/// <summary>GET /organisations/{organisation}/record</summary>
internal static class OrganisationRecordEndpoint
{
    public const string Route = OrganisationEndpoint.Route + "/record";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(Route, PagesFunction.Read, ShowAsync);

    private static async Task<IResult> ShowAsync(string organisation, int? before, ReadRecord record, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id))
            return ProblemPages.NotFound;
        var found = await record.OfOrganisationVerifiedAsync(id, http.Caller(), cancellation);
        if (found.Value is not { } whole)
            return ProblemPages.Of(found.Problem!);
        var (shown, newer, older) = RecordPaging.Part(whole.Entries, before, PageAddresses.Record(id));
        return PageResult.Of<OrganisationRecordPage, OrganisationRecordModel>(new OrganisationRecordModel(whole, shown, newer, older));
    }
}
