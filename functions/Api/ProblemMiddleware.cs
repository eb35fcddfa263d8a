using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Functions.Api;

/// <summary>The edge: what no endpoint answered, and what the server refused of a request, becomes a problem; what is broken throws on and is a 500.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            await ProblemAnswers.WriteAsync(http, error.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? new Problem(Catalogue.BodyTooLarge, "Send less at once.")
                : new Problem(Catalogue.BodyNotJson, "The request broke off or is not HTTP as it should be."));
            return;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; nobody is there to answer.
            return;
        }
        if (http.Response is { HasStarted: false, ContentLength: null, ContentType: null } && ProblemOf(http.Response.StatusCode) is { } problem)
            await ProblemAnswers.WriteAsync(http, problem);
    }

    /// <summary>What routing answered with a bare status.</summary>
    private static Problem? ProblemOf(int status) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => new Problem(Catalogue.NotFound, "There is no such address, or it takes another method."),
        StatusCodes.Status415UnsupportedMediaType => Bodies.NotJsonType,
        _ => null,
    };
}
