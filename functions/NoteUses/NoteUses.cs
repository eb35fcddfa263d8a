using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>PUT /api/v1/programmes/{programme}/form/uses/{year}</summary>
internal static class NoteUsesFunction
{
    public const string Route = FormCalls.Route + "/uses/{year}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut(Route, RunAsync).WithName("NoteUses").WithSummary("A lead officer says what its funder used a year's answers for, by question; null for nothing. What isn't named stays")
            .Accepts<NoteUsesRequest>("application/json").Produces<UseListAnswer>().Refuses(400, 403, 404, 409, 415, 422);

    private static Task<IResult> RunAsync(string programme, string year, NoteUse uses, HttpContext http, CancellationToken cancellation) =>
        !RouteIds.TryRevision(year, out var number) ? Task.FromResult(ProblemAnswers.Of(RouteIds.NotFound))
        : FormCalls.OfAsync(programme, http, ApiJson.Default.NoteUsesRequest, """Send what answers were used for, by question: {"uses":{"people-helped":"…"}}.""", async (id, sent) =>
        {
            var said = sent.Uses ?? new Dictionary<string, string?>();
            if (said.Keys.FirstOrDefault(key => !Identifier.TryParse<QuestionId>(key, out _)) is { } unknown)
                return new Problem(Catalogue.UseNotUsable, "Put right what is listed under findings, then send it again.") { Findings = [new Finding(Catalogue.UnknownQuestion, FindingKind.Refused, "uses", $"“{unknown}” is no question’s id.")] };
            var done = await uses.NoteAsync(id, number, said.ToDictionary(use => Identifier.Parse<QuestionId>(use.Key), use => use.Value), http.Caller(), cancellation);
            // What it says already is no fault of a program that says it again.
            return done.Problem is { } problem && problem.Refusal != Catalogue.NothingChanges ? problem : await uses.YearAsync(id, number, http.Caller(), cancellation);
        }, shown => FormCalls.Json(http, UseListAnswer.Of(shown), ApiJson.Default.UseListAnswer));
}

/// <param name="Uses">By question; null for nothing.</param>
internal sealed record NoteUsesRequest(IReadOnlyDictionary<string, string?>? Uses);
