using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages;

/// <summary>What is broken throws: a person gets the page that says so, and the log what it was. Programs get the server's bare 500.</summary>
internal sealed partial class BrokenPages(RequestDelegate next, ILogger<BrokenPages> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception broken) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && PageProblems.WantsPage(http.Request))
        {
            Broke(http.Request.Method, broken);
            http.Response.Clear();
            await ProblemPages.ServerError.ExecuteAsync(http);
        }
    }

    [LoggerMessage(LogLevel.Error, "A page asked for with {Method} broke")]
    private partial void Broke(string method, Exception broken);
}
