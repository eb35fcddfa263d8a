using MonitoringReturns.Core.Record;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}/record</summary>
internal static class GetReturnRecordFunction
{
    public const string Route = GetReturnFunction.Route + "/record";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetReturnRecord").WithSummary("What was done with a return, the first first; each entry holds the digest of the one before")
            .Produces<RecordAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, string award, ReadRecord record, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await record.OfReturnAsync(key, http.Caller(), cancellation);
        if (found.Value is not { } entries)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(RecordAnswer.Of(entries), ApiJson.Default.RecordAnswer);
    }
}

internal sealed record RecordAnswer(IReadOnlyList<RecordEntryAnswer> Entries)
{
    public static RecordAnswer Of(IReadOnlyList<Named<RecordEntry>> entries) => new([.. entries.Select(RecordEntryAnswer.Of)]);
}

/// <param name="By">Pseudonymous id of the person or program.</param>
/// <param name="Name">Of the person or program, to its own organisation; absent where it was removed.</param>
/// <param name="About">The revision, member or invitation.</param>
/// <param name="Before">Digest before; absent where there was nothing.</param>
/// <param name="Previous">Digest of the entry before.</param>
/// <param name="Digest">SHA-256 over the entry and <c>previous</c>.</param>
internal sealed record RecordEntryAnswer(
    int Number, DateTimeOffset At, string Deed, string By, string? Name, string? For, string? ForName, string? About, string? Before, string? After, string Previous, string Digest)
{
    public static RecordEntryAnswer Of(Named<RecordEntry> named)
    {
        var entry = named.What;
        return new RecordEntryAnswer(
            entry.Number, entry.At, entry.Deed.ToString(), entry.By.Value, named.Name, entry.For?.Value, named.Organisation, entry.About, entry.Before, entry.After, entry.Previous,
            entry.Digest);
    }
}
