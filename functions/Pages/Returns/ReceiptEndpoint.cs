using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Reading;
using MonitoringReturns.Web.Pages.Returns.Signing;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET /returns/{programme}/{period}/{award}/revisions/{revision}</summary>
internal static class ReceiptEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(
        ReturnAddresses.Route + "/revisions/{revision}", PagesFunction.Read,
        (string programme, string period, string award, string revision, ReadRevision read, ReadCorrespondence correspondence, ReadHelp help, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, async key =>
            {
                if (!RouteIds.TryRevision(revision, out var number))
                    return ProblemPages.NotFound;
                var found = await read.OwnAsync(key, number, http.Caller(), http.RequestAborted);
                return found.Value is { } own
                    ? PageResult.Of<ReceiptPage, ReceiptModel>(new ReceiptModel(own, SectionAsRead.Of(own.Revision), own.Return.WhyNotAt(clock.GetUtcNow()) is null)
                    {
                        Answers = [.. (await correspondence.OfAsync(own.Return, http.RequestAborted)).To(number)],
                        Help = await help.NotesAsync(own.Return, http.RequestAborted),
                    })
                    : ProblemPages.Of(found.Problem!);
            }));
}
