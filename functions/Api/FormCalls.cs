using System.Text.Json.Serialization.Metadata;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Functions.Api;

/// <summary>What the functions about a programme's form have in common.</summary>
internal static class FormCalls
{
    public const string Route = "api/v1/programmes/{programme}/form";

    /// <summary>What is done to a programme's form, and how it is answered.</summary>
    public static async Task<IResult> OfAsync<T>(string programme, Func<ProgrammeId, Task<Outcome<T>>> run, Func<T, IResult> answer)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var done = await run(id);
        return done.Problem is { } problem ? ProblemAnswers.Of(problem) : answer(done.Value!);
    }

    /// <summary>As above, with what the body says.</summary>
    /// <param name="what">What to send, in a sentence.</param>
    public static Task<IResult> OfAsync<TBody, T>(string programme, HttpContext http, JsonTypeInfo<TBody> type, string what, Func<ProgrammeId, TBody, Task<Outcome<T>>> run, Func<T, IResult> answer) where TBody : class =>
        OfAsync(programme, async id =>
        {
            var body = await Bodies.ReadAsync(http, type, what);
            return body.Value is { } sent ? await run(id, sent) : body.Problem!;
        }, answer);

    /// <summary>What somebody may read and nobody keeps.</summary>
    public static IResult Json<T>(HttpContext http, T answer, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(answer, type, statusCode: status);
    }

    /// <summary>The refusals that the API's documentation names.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
            route.Produces<ProblemAnswer>(status, ProblemAnswers.ContentType);
        return route;
    }
}
