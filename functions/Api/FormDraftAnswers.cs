using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Functions.Api;

/// <param name="Number">Of the programme's drafts, from 1.</param>
/// <param name="Base">The version that it changes; none for a form's first.</param>
/// <param name="Problems">What has to be put right before it can be announced, in the form's order.</param>
/// <param name="Document">The form as it stands in the draft.</param>
internal sealed record FormDraftAnswer(int Number, string State, int? Base, int Edit, IReadOnlyList<FormDraftProblemAnswer> Problems, JsonElement Document);

internal sealed record FormDraftProblemAnswer(string? Section, string? Question, string Message);

/// <summary>What the functions of a form's draft have in common.</summary>
internal static class FormDraftAnswers
{
    public static IResult Of(FoundDraft found, HttpContext http, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.ETag = $"\"{found.Mark}\"";
        http.Response.Headers.CacheControl = "no-store";
        using var document = JsonDocument.Parse(found.Document.ToJson());
        var answer = new FormDraftAnswer(
            found.Draft.Number, $"{found.Draft.State}", found.Draft.Base, found.Draft.Edit,
            [.. found.Problems.Select(problem => new FormDraftProblemAnswer(problem.Section?.Value, problem.Question?.Value, problem.Sentence))], document.RootElement.Clone());
        return TypedResults.Json(answer, ApiJson.Default.FormDraftAnswer, statusCode: status);
    }

    /// <summary>The edit that If-Match names.</summary>
    public static Outcome<DraftMark> MarkOf(HttpContext http) => http.Request.Headers.IfMatch.FirstOrDefault() is not { Length: > 0 } ifMatch
        ? new Problem(Catalogue.IfMatchNeeded, "Read the draft, and send its ETag in the header If-Match: so nobody changes what they haven't seen.")
        : DraftMark.TryParse(ifMatch.Trim().Trim('"'), out var mark) ? mark : default(DraftMark);

    /// <summary>The body as a form's document.</summary>
    public static async Task<Outcome<FormDocument>> DocumentAsync(HttpContext http)
    {
        var body = await Bodies.ReadAsync(http);
        if (body.Problem is { } refused)
            return refused;
        try
        {
            return FormDocument.Read(body.Value.Span);
        }
        catch (FormDefinitionException error)
        {
            return new Problem(Catalogue.FormEditNotUsable, "The document can't be read as a form.") { Findings = [new Finding(Catalogue.FormNotUsable, FindingKind.Refused, error.Place, $"{error.Reason}.")] };
        }
    }
}
