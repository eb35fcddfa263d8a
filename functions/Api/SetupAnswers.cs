using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;

namespace MonitoringReturns.Functions.Api;

/// <summary>What the functions of a programme's set-up have in common: a version to change, and the answer with the next one.</summary>
internal static class SetupAnswers
{
    public static IResult Of(Programme programme, IReadOnlyList<string> missing, HttpContext http) =>
        Tagged(new ProgrammeAnswer(programme, missing), ApiJson.Default.ProgrammeAnswer, programme.Version, http);

    public static IResult Of(FoundAward found, HttpContext http) => Tagged(new AwardAnswer(found.Award, found.Proposals), ApiJson.Default.AwardAnswer, found.Award.Version, http);

    /// <summary>A programme that was just stored.</summary>
    public static async Task<IResult> OfAsync(Programme stored, ReadSetup read, HttpContext http, CancellationToken cancellation)
    {
        var shown = await read.RunAsync(stored.Id, http.Caller(), cancellation);
        return Of(stored, shown.Value?.Missing ?? [], http);
    }

    /// <summary>An award that was just stored.</summary>
    public static async Task<IResult> OfAsync(Award stored, AgreeProfile agree, HttpContext http, CancellationToken cancellation)
    {
        var found = await agree.FindAsync(stored.Programme, stored.Id, http.Caller(), cancellation);
        return found.Value is { } current ? Of((current with { Award = stored }).AsSeen(), http) : ProblemAnswers.Of(found.Problem!);
    }

    /// <summary>Reads a body and the version that If-Match names.</summary>
    public static async Task<IResult> OnVersionAsync<T>(HttpContext http, JsonTypeInfo<T> type, string example, Func<int, T, Task<IResult>> change) where T : class
    {
        var body = await Bodies.ReadAsync(http);
        if (body.Problem is { } refused)
            return ProblemAnswers.Of(refused);
        if (http.Request.Headers.IfMatch.FirstOrDefault() is not { Length: > 0 } ifMatch)
            return ProblemAnswers.Of(new Problem(Catalogue.IfMatchNeeded, "Read it, and send its ETag in the header If-Match: so nobody changes what they haven't seen."));
        T? wanted;
        try
        {
            using var whole = JsonDocument.Parse(body.Value);
            wanted = HoldsNulls(whole.RootElement) ? null : whole.Deserialize(type);
        }
        catch (JsonException)
        {
            wanted = null;
        }
        return wanted is null ? ProblemAnswers.Of(Bodies.NotJson(example)) : await change((int)Math.Clamp(Etags.Parse(ifMatch), -1, int.MaxValue), wanted);
    }

    /// <summary>A list of things with nothing among them says nothing.</summary>
    private static bool HoldsNulls(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.Null || HoldsNulls(one)),
        JsonValueKind.Object => element.EnumerateObject().Any(one => HoldsNulls(one.Value)),
        _ => false,
    };

    private static IResult Tagged<T>(T answer, JsonTypeInfo<T> type, int version, HttpContext http)
    {
        http.Response.Headers.ETag = Etags.Of(version);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(answer, type);
    }
}

/// <summary>A programme's set-up as programs send it: nothing may be null that has to be there.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Programme))]
[JsonSerializable(typeof(Award))]
[JsonSerializable(typeof(ExtraTimeRequest))]
[JsonSerializable(typeof(EndRequest))]
[JsonSerializable(typeof(ProfileChangeRequest))]
internal sealed partial class SentSetupJson : JsonSerializerContext;
