using Microsoft.Net.Http.Headers;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages;

/// <summary>A problem as a page for people, as JSON for programs.</summary>
internal static class PageProblems
{
    private const string ApiRoot = "/api";

    public static IResult Answer(HttpContext http, Problem problem) => WantsPage(http.Request) ? ProblemPages.Of(problem) : ProblemAnswers.Of(problem);

    /// <summary>A browser names <c>text/html</c>; <c>*/*</c> alone is a program. The API never answers with pages.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments(ApiRoot, StringComparison.OrdinalIgnoreCase)
        && MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var accepted)
        && accepted.Any(one => one.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0);
}
