using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET, POST /returns/{programme}/{period}/{award}/feedback</summary>
internal static class FeedbackEndpoint
{
    public const string Route = ReturnAddresses.Route + "/feedback";

    /// <summary>More than is taken, so that a person who wrote too much still has all of it.</summary>
    private const int MostShown = 20_000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        KeepsPosts.Mark(pages.MapPost(Route, GiveAsync));
    }

    private static async Task<IResult> ShowAsync(string programme, string period, string award, string? done, GiveFeedback feedback, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemPages.NotFound;
        var found = await feedback.ReadAsync(key, http.Caller(), cancellation);
        if (found.Problem is { } refused)
            return ProblemPages.Of(refused);
        var (current, said) = found.Value;
        return current.Access.IsProvider
            ? PageResult.Of<FeedbackPage, FeedbackModel>(new FeedbackModel(current, said?.Ease?.ToString(), said?.Change, [], done))
            : ProblemPages.Of(current.Access.WhyNot("The provider's own people say how its return was to fill in. Funders read it over the API."));
    }

    private static async Task<IResult> GiveAsync(string programme, string period, string award, GiveFeedback feedback, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemPages.NotFound;
        var form = await http.FormAsync();
        var (typed, chosen) = (form["change"].ToString(), form.Text("ease"));
        typed = typed.Length <= MostShown ? typed : typed[..MostShown];
        var given = await feedback.GiveAsync(key, Enum.TryParse<Ease>(chosen, out var ease) && Enum.IsDefined(ease) ? ease : null, typed, http.Caller(), cancellation);
        if (given.Problem is not { } problem)
            return new SeeOther(DoneWords.At(ReturnAddresses.Feedback(key), FeedbackModel.Given));
        var found = await feedback.ReadAsync(key, http.Caller(), cancellation);
        return found.Problem is null
            ? problem.Told((errors, status) => PageResult.Of<FeedbackPage, FeedbackModel>(new FeedbackModel(found.Value.Return, chosen, typed, errors, null), status))
            : ProblemPages.Of(problem);
    }
}
