using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Tasks;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>POST /returns/{programme}/{period}/{award}/ready</summary>
internal static class ReadyEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost(
        ReturnAddresses.Route + "/ready", (string programme, string period, string award, MarkReady ready, ReadDraft read, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => MarkAsync(key, ready, read, clock, http)));

    private static async Task<IResult> MarkAsync(ReturnKey key, MarkReady ready, ReadDraft read, TimeProvider clock, HttpContext http)
    {
        var done = await ready.RunAsync(key, (await http.FormAsync()).Change(), http.Caller(), http.RequestAborted);
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(ReturnAddresses.Return(key), TaskDone.Ready));
        return problem.Refusal.Kind switch
        {
            RefusalKind.Stale => await CheckEndpoint.ShowAsync(key, read, clock, http, model => model with { Stale = true }, StatusCodes.Status409Conflict),
            RefusalKind.Unprocessable => await CheckEndpoint.ShowAsync(key, read, clock, http, model => model with { Errors = model.FindingsAsErrors }, StatusCodes.Status422UnprocessableEntity),
            _ => ProblemPages.Of(problem),
        };
    }
}
