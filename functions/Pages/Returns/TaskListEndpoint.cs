using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Tasks;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET /returns/{programme}/{period}/{award}</summary>
internal static class TaskListEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(ReturnAddresses.Route, PagesFunction.Read, ShowAsync);

    private static Task<IResult> ShowAsync(
        string programme, string period, string award, string? done, FindTasks tasks, TimeProvider clock, HttpContext http, CancellationToken cancellation) =>
        ReturnPages.OfAsync(programme, period, award, async key =>
        {
            var found = await tasks.RunAsync(key, http.Caller(), cancellation);
            return found.Value is { } whole
                ? PageResult.Of<TaskListPage, TaskListModel>(new TaskListModel(whole, http.Caller().Id, UkTime.DayOf(clock.GetUtcNow()), done))
                : ProblemPages.Of(found.Problem!);
        });
}
