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

/// <summary>GET, POST /programmes/{programme}/{period}/returns/{award}/accept and …/acknowledge</summary>
internal static class AnswerBackEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        foreach (var (route, accepts) in new[] { (ProgrammeAddresses.ReturnRoute + "/accept", true), (ProgrammeAddresses.ReturnRoute + "/acknowledge", false) })
        {
            pages.MapMethods(route, PagesFunction.Read, (string programme, string period, string award, FindReturn find, ReadCorrespondence read, HttpContext http) =>
                ReturnPages.OfAsync(programme, period, award, key => ShowAsync(key, accepts, find, read, http)));
            pages.MapPost(route, (string programme, string period, string award, AcceptReturn accept, AcknowledgeReturn acknowledge, FindReturn find, ReadCorrespondence read, ReadRecord record, HttpContext http) =>
                ReturnPages.OfAsync(programme, period, award, key => AnswerAsync(
                    key, accepts, accepts ? accept.OfRevisionAsync : acknowledge.RunAsync, find, read, record, http)));
        }
    }

    private static async Task<IResult> ShowAsync(ReturnKey key, bool accepts, FindReturn find, ReadCorrespondence read, HttpContext http)
    {
        var found = await find.RunAsync(key, http.Caller(), http.RequestAborted);
        if (found.Value is not { } current)
            return ProblemPages.Of(found.Problem!);
        if (!(accepts ? current.Access.MayAccept : current.Access.MayAcknowledge))
            return ProblemPages.Of(current.Access.WhyNot(accepts ? AcceptReturn.WhoMay : AcknowledgeReturn.WhoMay));
        return PageResult.Of<AnswerBackPage, AnswerBackModel>(
            new AnswerBackModel(new Deciding(current, current.Header.Revision, await WhyNotAsync(current, accepts, read, http.RequestAborted), []), accepts, "", ""));
    }

    private static async Task<IResult> AnswerAsync(
        ReturnKey key, bool accepts, Func<ReturnKey, int, AnswerBackWords, Core.People.Caller, CancellationToken, Task<Outcome<ReturnHeader>>> answer,
        FindReturn find, ReadCorrespondence read, ReadRecord record, HttpContext http)
    {
        var form = await http.FormAsync();
        var (used, willDo) = (form.Written("used"), form.Written("willDo"));
        var done = await answer(key, form.Revision(), new AnswerBackWords(used, willDo), http.Caller(), http.RequestAborted);
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(ProgrammeAddresses.Return(key), accepts ? AnsweringDone.Accepted : AnsweringDone.Acknowledged));
        var found = await find.RunAsync(key, http.Caller(), http.RequestAborted);
        if (found.Value is not { } current)
            return ProblemPages.Of(found.Problem!);
        var deciding = await DecidingForms.AgainAsync(
            current, form, await WhyNotAsync(current, accepts, read, http.RequestAborted), [], problem.Refusal.Kind == RefusalKind.Conflict, record, http);
        return problem.Told((errors, status) => PageResult.Of<AnswerBackPage, AnswerBackModel>(new AnswerBackModel(deciding with { Errors = errors }, accepts, used, willDo), status));
    }

    private static async Task<Problem?> WhyNotAsync(FoundReturn current, bool accepts, ReadCorrespondence read, CancellationToken cancellation) =>
        accepts ? AcceptReturn.WhyNot(current) : AcknowledgeReturn.WhyNot(current, (await read.OfAsync(current, cancellation)).Answers);
}
