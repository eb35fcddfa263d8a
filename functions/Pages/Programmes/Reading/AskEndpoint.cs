using System.Globalization;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Returns;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Reading;

namespace MonitoringReturns.Functions.Pages.Programmes.Reading;

/// <summary>GET, POST /programmes/{programme}/{period}/returns/{award}/queries/new, and POST …/queries/{query}/withdraw</summary>
internal static class AskEndpoint
{
    private const string Route = ProgrammeAddresses.ReturnRoute + "/queries/new";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string period, string award, string? question, FindReturn find, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => ShowAsync(key, question ?? "", find, http)));
        pages.MapPost(Route, (string programme, string period, string award, AskQuery ask, FindReturn find, ReadRecord record, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => AskAsync(key, ask, find, record, http)));
        pages.MapPost(ProgrammeAddresses.ReturnRoute + "/queries/{query}/withdraw", (string programme, string period, string award, string query, WithdrawQuery withdraw, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => WithdrawAsync(key, query, withdraw, http)));
    }

    private static async Task<IResult> ShowAsync(ReturnKey key, string question, FindReturn find, HttpContext http)
    {
        var found = await find.RunAsync(key, http.Caller(), http.RequestAborted);
        if (found.Value is not { } current)
            return ProblemPages.Of(found.Problem!);
        return current.Access.MayAsk
            ? PageResult.Of<AskPage, AskModel>(new AskModel(new Deciding(current, current.Header.Revision, AskQuery.WhyNot(current), []), question, ""))
            : ProblemPages.Of(current.Access.WhyNot(AskQuery.WhoMay));
    }

    private static async Task<IResult> AskAsync(ReturnKey key, AskQuery ask, FindReturn find, ReadRecord record, HttpContext http)
    {
        var form = await http.FormAsync();
        var (question, text) = (form.Text("question"), form.Written("text"));
        var asked = await ask.RunAsync(key, form.Revision(), question, text, http.Caller(), http.RequestAborted);
        if (asked.Problem is not { } problem)
            return new SeeOther(DoneWords.At(ProgrammeAddresses.Return(key), AnsweringDone.Asked));
        var found = await find.RunAsync(key, http.Caller(), http.RequestAborted);
        if (found.Value is not { } current)
            return ProblemPages.Of(found.Problem!);
        var deciding = await DecidingForms.AgainAsync(current, form, AskQuery.WhyNot(current), [], problem.Refusal.Kind == RefusalKind.Conflict, record, http);
        return problem.Told((errors, status) => PageResult.Of<AskPage, AskModel>(new AskModel(deciding with { Errors = errors }, question, text), status));
    }

    private static async Task<IResult> WithdrawAsync(ReturnKey key, string query, WithdrawQuery withdraw, HttpContext http)
    {
        if (!int.TryParse(query, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return ProblemPages.NotFound;
        var done = await withdraw.RunAsync(key, number, http.Caller(), http.RequestAborted);
        return done.Problem is { } problem ? ProblemPages.Of(problem) : new SeeOther(DoneWords.At(ProgrammeAddresses.Return(key), AnsweringDone.Withdrawn));
    }
}
