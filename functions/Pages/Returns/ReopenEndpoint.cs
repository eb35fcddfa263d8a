using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Reading;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Signing;
using MonitoringReturns.Web.Pages.Returns.Tasks;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET, POST /returns/{programme}/{period}/{award}/reopen: for either side that may.</summary>
internal static class ReopenEndpoint
{
    private const string Route = ReturnAddresses.Route + "/reopen";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string period, string award, FindReturn find, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => ShowAsync(key, "", [], find, http)));
        KeepsPosts.Mark(pages.MapPost(Route, (string programme, string period, string award, ReopenReturn reopen, FindReturn find, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => RunAsync(key, reopen, find, http))));
    }

    private static async Task<IResult> ShowAsync(ReturnKey key, string reason, IReadOnlyList<FieldError> errors, FindReturn find, HttpContext http, int status = StatusCodes.Status200OK)
    {
        var found = await find.RunAsync(key, http.Caller(), http.RequestAborted);
        if (found.Value is not { } current)
            return ProblemPages.Of(found.Problem!);
        return current.Access.MayReopen
            ? PageResult.Of<ReopenPage, ReopenModel>(new ReopenModel(current, reason, errors), status)
            : ProblemPages.Of(current.Access.WhyNot(ReopenReturn.WhoMay));
    }

    private static async Task<IResult> RunAsync(ReturnKey key, ReopenReturn reopen, FindReturn find, HttpContext http)
    {
        var form = await http.FormAsync();
        // A reason is one line wherever it is read.
        var reason = string.Join(' ', form["reason"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var done = await reopen.RunAsync(key, form.Change(), reason, http.Caller(), http.RequestAborted);
        if (done.Problem is { } problem)
            return problem.Refusal.Kind switch
            {
                RefusalKind.Malformed => await ShowAsync(key, reason, [new FieldError(problem.Detail, "reason")], find, http, StatusCodes.Status422UnprocessableEntity),
                RefusalKind.Stale or RefusalKind.Conflict => await ShowAsync(key, reason, [new FieldError(problem.Detail)], find, http, StatusCodes.Status409Conflict),
                _ => ProblemPages.Of(problem),
            };
        var found = await find.RunAsync(key, http.Caller(), http.RequestAborted);
        return new SeeOther(found.Value is { Access.SeesDraft: true } ? DoneWords.At(ReturnAddresses.Return(key), TaskDone.Reopened) : DoneWords.At(ProgrammeAddresses.Return(key), AnsweringDone.Reopened));
    }
}
