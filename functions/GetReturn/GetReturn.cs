using System.Text.Json;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns/{programme}/{period}/{award}</summary>
internal static class GetReturnFunction
{
    public const string Route = "api/v1/returns/{programme}/{period}/{award}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetReturn").WithSummary("A return: its state and, for the provider alone, and for a partner as far as the sections that it fills in, its draft answers with their versions, and what stands between them and a submission. ETag: the state")
            .Produces<ReturnAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string programme, string period, string award, FindReturn find, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await find.RunAsync(key, http.Caller(), cancellation);
        if (found.Value is not { } current)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.ETag = Etags.Of(current.Header.Change);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(AnswerOf(current, clock.GetUtcNow()), ApiJson.Default.ReturnAnswer);
    }

    private static ReturnAnswer AnswerOf(FoundReturn current, DateTimeOffset now)
    {
        var (header, period) = (current.Header, current.Period);
        // A draft is seen by the provider, and by a partner as far as its part; a digest is not, against which somebody could try out a hidden number.
        var access = current.Access;
        var draft = current.DraftAnswers();
        var asked = current.Ask(draft);
        var address = $"/{ListReturnsFunction.Route}/{current.Key}";
        return new ReturnAnswer(
            current.Key.Programme.Value, current.Key.Period.Value, current.Key.Award.Value, current.Award.Provider.Id.Value, current.Award.Provider.Name,
            current.Award.Project, header.Status.ToString(), period.StandingAt(now).ToString(), current.WhyNotAt(now)?.Detail, period.Due, period.Closed, period.AmendUntil,
            new FormAnswer(current.Version.Form.Value, current.Version.Number, $"/api/v1/forms/{current.Version.Form}/versions/{current.Version.Number}"),
            header.Revision, access.IsProvider || access.IsLeadFunder ? header.Digest : null, header.SubmittedAt, header.FirstSubmittedAt is { } at && period.IsLate(at), access.SeesDraft && header.DraftDiffers,
            [.. current.Award.AgreedOutcomes.Select(outcome => new AgreedOutcomeAnswer(outcome.Title, outcome.Planned))],
            draft.ToDictionary(pair => pair.Key, pair => StoredAnswer.Of(pair.Value), StringComparer.Ordinal),
            [.. current.Version.Questions.Where(question => asked.Sees(question) && !asked.IsAsked(question)).Select(question => question.Id.Value)],
            ProblemAnswers.Of(current.Judge(asked)),
            header.Revision == 0 || access is { IsProvider: false, Funder: null } ? null
            : access.IsProvider ? $"{address}/revisions/{header.Revision}" : $"{address}/revisions/{header.Revision}/answers");
    }
}

/// <param name="Standing">Of the period: NotOpen, Open, Overdue, AmendOnly or Closed.</param>
/// <param name="WhyNot">Why the return can't be changed now; absent where it can.</param>
/// <param name="Revision">The newest submitted revision; 0 before the first.</param>
/// <param name="DraftDiffers">Answers were saved after the newest revision.</param>
/// <param name="Answers">Draft answers by question id; empty for a funder, as are the next two.</param>
/// <param name="NotAsked">Questions that are not put, by this award or by other answers.</param>
internal sealed record ReturnAnswer(
    string Programme, string Period, string Award, string Provider, string ProviderName, string? Project, string Status, string Standing, string? WhyNot,
    DateOnly Due, DateOnly Closed, DateOnly AmendUntil, FormAnswer Form, int Revision, string? Digest, DateTimeOffset? SubmittedAt, bool Late, bool DraftDiffers,
    IReadOnlyList<AgreedOutcomeAnswer> AgreedOutcomes, IReadOnlyDictionary<string, StoredAnswer> Answers, IReadOnlyList<string> NotAsked,
    IReadOnlyList<FindingAnswer> Findings, string? NewestRevision);

internal sealed record FormAnswer(string Form, int Version, string Definition);

internal sealed record AgreedOutcomeAnswer(string Title, string Planned);

/// <summary>An answer as it is stored.</summary>
/// <param name="Version">To base the next change on.</param>
internal sealed record StoredAnswer(JsonElement Value, int Version, string? Comment)
{
    public static StoredAnswer Of(DraftAnswer answer) => new(Json.Element(answer.ValueJson), answer.Version, answer.Comment);
}
