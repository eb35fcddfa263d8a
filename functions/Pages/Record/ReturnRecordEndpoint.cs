using MonitoringReturns.Core.Record;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Record;

namespace MonitoringReturns.Functions.Pages.Record;

/// <summary>GET /returns/{programme}/{period}/{award}/record</summary>
internal static class ReturnRecordEndpoint
{
    public const string Route = "/returns/{programme}/{period}/{award}/record";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(Route, PagesFunction.Read, ShowAsync);

    private static async Task<IResult> ShowAsync(string programme, string period, string award, int? before, ReadRecord record, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemPages.NotFound;
        var found = await record.OfReturnVerifiedAsync(key, http.Caller(), cancellation);
        if (found.Value is not { } whole)
            return ProblemPages.Of(found.Problem!);
        var (shown, newer, older) = RecordPaging.Part(whole.Entries, before, PageAddresses.Record(key));
        return PageResult.Of<ReturnRecordPage, ReturnRecordModel>(new ReturnRecordModel(whole, shown, newer, older));
    }
}
