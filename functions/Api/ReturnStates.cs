using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Functions.Api;

/// <summary>Where a return stands after it was accepted or reopened.</summary>
internal sealed record ReturnStateAnswer(string Status, int Revision, string? ReopenedBecause);

/// <summary>Changes where a return stands, on the state that the caller has read.</summary>
internal static class ReturnStates
{
    public static async Task<IResult> ChangeAsync(string programme, string period, string award, HttpContext http, Func<ReturnKey, long, Task<Outcome<ReturnHeader>>> change)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        if (http.Request.Headers.IfMatch.FirstOrDefault() is not { Length: > 0 } ifMatch)
            return ProblemAnswers.Of(new Problem(Catalogue.IfMatchNeeded, "Read the return, and send its ETag in the header If-Match: so nobody decides on what they haven't seen."));
        return Answer(await change(key, Etags.Parse(ifMatch)), http);
    }

    /// <summary>The return as it stands after it was changed, or why it was not.</summary>
    public static IResult Answer(Outcome<ReturnHeader> done, HttpContext http)
    {
        if (done.Value is not { } header)
            return ProblemAnswers.Of(done.Problem!);
        http.Response.Headers.ETag = Etags.Of(header.Change);
        return TypedResults.Json(new ReturnStateAnswer(header.Status.ToString(), header.Revision, header.ReopenedBecause), ApiJson.Default.ReturnStateAnswer);
    }
}
