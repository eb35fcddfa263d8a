using System.Globalization;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.Pages.Programmes.Reading;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Queries;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET /returns/{programme}/{period}/{award}/queries, and POST …/queries/{query}: what funders asked, for the provider to answer.</summary>
internal static class QueriesEndpoint
{
    private const string Route = ReturnAddresses.Route + "/queries";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string period, string award, string? done, ReadCorrespondence read, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => ShowAsync(key, null, [], done, read, clock, http)));
        KeepsPosts.Mark(pages.MapPost(Route + "/{query}", (string programme, string period, string award, string query, AnswerQuery answer, ReadCorrespondence read, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, async key =>
                int.TryParse(query, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await AnswerAsync(key, number, answer, read, clock, http) : ProblemPages.NotFound)));
    }

    private static async Task<IResult> ShowAsync(
        ReturnKey key, (int Query, string Text)? typed, IReadOnlyList<FieldError> errors, string? done, ReadCorrespondence read, TimeProvider clock, HttpContext http, int status = StatusCodes.Status200OK)
    {
        var found = await read.RunAsync(key, http.Caller(), http.RequestAborted);
        if (found.Problem is { } refused)
            return ProblemPages.Of(refused);
        var (current, correspondence) = found.Value;
        return current.Access.IsProvider
            ? PageResult.Of<QueriesPage, QueriesModel>(new QueriesModel(current, correspondence, current.WhyNotAt(clock.GetUtcNow()), typed, errors, done), status)
            : ProblemPages.Of(current.Access.WhyNot("The provider's own people answer what funders ask."));
    }

    private static async Task<IResult> AnswerAsync(ReturnKey key, int query, AnswerQuery answer, ReadCorrespondence read, TimeProvider clock, HttpContext http)
    {
        var typed = (await http.FormAsync()).Written(QueriesModel.BoxOf(query));
        var answered = await answer.RunAsync(key, query, typed, http.Caller(), http.RequestAborted);
        if (answered.Problem is not { } problem)
            return new SeeOther(DoneWords.At(ReturnAddresses.Queries(key), QueriesModel.Answered));
        return problem.Refusal.Kind is RefusalKind.Unprocessable or RefusalKind.Conflict
            ? await ShowAsync(
                key, (query, typed),
                problem.Findings.Count == 0 ? [new FieldError(problem.Detail)] : [.. problem.Findings.Select(finding => new FieldError(finding.Message, QueriesModel.BoxOf(query)))],
                null, read, clock, http, (int)problem.Refusal.Kind)
            : ProblemPages.Of(problem);
    }
}
