using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Kept;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages;

/// <summary>
/// What is broken throws: a person gets the page that says so, a program a bare 500, and the log what it was. Where storage is away both are told to come
/// again, and whoever sent answers is shown them.
/// </summary>
internal sealed partial class BrokenPages(RequestDelegate next, ILogger<BrokenPages> log)
{
    private const string RetrySeconds = "20";

    private static readonly Problem Away = new(Catalogue.StorageAway, "Storage does not answer right now. Nothing is lost that was saved before; send the same again in a moment.");

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception broken) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            var away = StorageAway.Is(broken);
            if (away)
                StorageIsAway(http.Request.Method, broken.GetType().Name);
            else
                Broke(http.Request.Method, broken);
            http.Response.Clear();
            if (away)
                await AwayAsync(http);
            else if (PageProblems.WantsPage(http.Request))
                await ProblemPages.ServerError.ExecuteAsync(http);
            else
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static async Task AwayAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetrySeconds;
        // Whatever the page shows of who is signed in may need storage.
        http.Features.Set<Visitor>(null);
        if (!PageProblems.WantsPage(http.Request))
            await ProblemAnswers.WriteAsync(http, Away);
        else if (KeepsPosts.Of(http) && await NotSavedAsync(http) is { } page)
            await page.ExecuteAsync(http);
        else
            await ProblemPages.ServiceAway.ExecuteAsync(http);
    }

    private static async Task<PageResult?> NotSavedAsync(HttpContext http)
    {
        var form = await http.FormAsync();
        if (form.Count == 0)
            return null;
        // All of it as it came, tokens too: the same post succeeds once storage is back.
        var fields = form.SelectMany(field => field.Value.Select(value => new SentField(field.Key, value ?? ""))).ToList();
        return PageResult.Of<NotSavedPage, NotSavedModel>(
            new NotSavedModel(TypedAnswers.Of(KeptPosts.FieldsOf(form)), http.Request.Path.Value! + http.Request.QueryString.Value, fields), StatusCodes.Status503ServiceUnavailable);
    }

    [LoggerMessage(LogLevel.Error, "A request by {Method} broke")]
    private partial void Broke(string method, Exception broken);

    [LoggerMessage(LogLevel.Error, "A request by {Method} was not done, storage did not answer ({Error})")]
    private partial void StorageIsAway(string method, string error);
}
