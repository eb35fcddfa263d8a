using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages;

/// <summary>What is broken throws: a person gets the page that says so, a program a bare 500, and the log what it was.</summary>
internal sealed partial class BrokenPages(RequestDelegate next, ILogger<BrokenPages> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception broken) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Broke(http.Request.Method, broken);
            http.Response.Clear();
            if (PageProblems.WantsPage(http.Request))
                await ProblemPages.ServerError.ExecuteAsync(http);
            else
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(LogLevel.Error, "A request by {Method} broke")]
    private partial void Broke(string method, Exception broken);
}
