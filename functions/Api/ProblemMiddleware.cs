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
        if (http.Response is { HasStarted: false, ContentLength: null, ContentType: null, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed })
            await ProblemAnswers.WriteAsync(http, new Problem(Catalogue.NotFound, "There is no such address, or it takes another method."));
    }
}
