using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes.Editor;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Editor;

/// <summary>What the editor's pages have in common.</summary>
internal static class EditorPages
{
    /// <summary>A page about the draft, to who edits it.</summary>
    public static async Task<IResult> OfAsync(string programme, ReadForm read, HttpContext http, Func<FoundDraft, Task<IResult>> page)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemPages.NotFound;
        var found = await read.DraftAsync(id, http.Caller(), http.RequestAborted);
        return found.Value is { } draft ? await page(draft) : ProblemPages.Of(found.Problem!);
    }

    /// <summary>A page about a section of the draft.</summary>
    public static Task<IResult> OfSectionAsync(string programme, string section, ReadForm read, HttpContext http, Func<FoundDraft, SectionDocument, Task<IResult>> page) =>
        OfAsync(programme, read, http, found => Identifier.TryParse<SectionId>(section, out var id) && found.Document.Section(id) is { } known ? page(found, known) : Task.FromResult<IResult>(ProblemPages.NotFound));

    /// <summary>A page about a question of the draft, or one of a repeating group.</summary>
    public static Task<IResult> OfQuestionAsync(string programme, string question, ReadForm read, HttpContext http, Func<QuestionModel, Task<IResult>> page) =>
        OfAsync(programme, read, http, found => QuestionPath.TryParse(question, out var path) && ModelOf(found, path) is { } model ? page(model) : Task.FromResult<IResult>(ProblemPages.NotFound));

    /// <summary>The question with nothing typed yet; null where the draft has no such question.</summary>
    public static QuestionModel? ModelOf(FoundDraft found, QuestionPath path) =>
        path.In(found.Document) is { } question && found.Document.SectionOf(path.Question) is { } section ? new QuestionModel(new EditorModel(found, Typed.Nothing, []), section, path, question) : null;

    /// <summary>Leads on where it is done; else the page again, on the draft as it is now, with what was typed.</summary>
    /// <param name="next">Where it leads on to.</param>
    /// <param name="again">The page; null where what it is about is gone.</param>
    public static async Task<IResult> AfterAsync(
        Outcome<MadeEdit> done, Func<MadeEdit, string> next, ReadForm read, ProgrammeId id, HttpContext http, Func<FoundDraft, IReadOnlyList<FieldError>, bool, int, IResult?> again)
    {
        if (done.Value is { } made)
            return new SeeOther(next(made));
        var problem = done.Problem!;
        if (problem.Refusal.Kind is not (RefusalKind.Unprocessable or RefusalKind.Conflict or RefusalKind.Stale))
            return ProblemPages.Of(problem);
        var found = await read.DraftAsync(id, http.Caller(), http.RequestAborted);
        if (found.Value is not { } now)
            return ProblemPages.Of(found.Problem!);
        IReadOnlyList<FieldError> errors = problem.Findings.Count == 0 ? [new FieldError(problem.Detail)] : [.. problem.Findings.Select(finding => new FieldError(finding.Message, finding.Place))];
        var unprocessable = problem.Refusal.Kind is RefusalKind.Unprocessable;
        return again(now, errors, !unprocessable, unprocessable ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict) ?? ProblemPages.Of(problem);
    }
}
