using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Editor;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Editor;

/// <summary>GET /programmes/{programme}/form/draft/questions/{question}; GET, POST …/section and …/remove</summary>
internal static class QuestionEndpoint
{
    private const string Route = ProgrammeAddresses.DraftRoute + "/questions/{question}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string question, string? done, ReadForm read, HttpContext http) =>
            EditorPages.OfQuestionAsync(programme, question, read, http, model => Task.FromResult<IResult>(PageResult.Of<QuestionPage, QuestionModel>(model with { Done = done is EditorDone.Saved or EditorDone.Removed ? done : null }))));
        pages.MapMethods(Route + "/section", PagesFunction.Read, (string programme, string question, ReadForm read, HttpContext http) =>
            OfWholeAsync(programme, question, read, http, model => Task.FromResult<IResult>(PageResult.Of<MoveToSectionPage, QuestionModel>(model))));
        pages.MapPost(Route + "/section", (string programme, string question, ReadForm read, EditForm edit, HttpContext http) => OfWholeAsync(programme, question, read, http, model => MoveAsync(model, read, edit, http)));
        pages.MapMethods(Route + "/remove", PagesFunction.Read, (string programme, string question, ReadForm read, HttpContext http) =>
            OfWholeAsync(programme, question, read, http, model => Task.FromResult<IResult>(Removing(model, StatusCodes.Status200OK))));
        pages.MapPost(Route + "/remove", (string programme, string question, ReadForm read, EditForm edit, HttpContext http) => OfWholeAsync(programme, question, read, http, model => RemoveAsync(model, read, edit, http)));
    }

    /// <summary>Parts of a repeating group stay in it, and go by the group's own pages.</summary>
    private static Task<IResult> OfWholeAsync(string programme, string question, ReadForm read, HttpContext http, Func<QuestionModel, Task<IResult>> page) =>
        EditorPages.OfQuestionAsync(programme, question, read, http, model => model.IsPart ? Task.FromResult<IResult>(ProblemPages.NotFound) : page(model));

    private static async Task<IResult> MoveAsync(QuestionModel model, ReadForm read, EditForm edit, HttpContext http)
    {
        var (typed, programme, path) = ((await http.FormAsync()).Boxes(), model.Page.Programme.Id, model.Path);
        PageResult Again(QuestionModel current, IReadOnlyList<FieldError> wrong, int status) => PageResult.Of<MoveToSectionPage, QuestionModel>(current with { Page = current.Page with { Typed = typed, Errors = wrong } }, status);
        if (!Identifier.TryParse<SectionId>(typed.Text("section"), out var to) || model.Page.Document.Section(to) is null)
            return Again(model, [new FieldError("Choose the section to move it to.", "section")], StatusCodes.Status422UnprocessableEntity);
        var done = await edit.RunAsync(programme, typed.Mark(), new MoveToSection(path.Question, to), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => DoneWords.At(ProgrammeAddresses.DraftQuestion(programme, path), EditorDone.Saved), read, programme, http,
            (now, wrong, _, status) => EditorPages.ModelOf(now, path) is { } current ? Again(current, wrong, status) : null);
    }

    private static PageResult Removing(QuestionModel model, int status) => PageResult.Of<RemovePage, RemoveModel>(new RemoveModel(
        model.Page, model.Question.Label.En, ProgrammeAddresses.DraftQuestion(model.Page.Programme.Id, model.Path, "/remove"), ProgrammeAddresses.DraftQuestion(model.Page.Programme.Id, model.Path)), status);

    private static async Task<IResult> RemoveAsync(QuestionModel model, ReadForm read, EditForm edit, HttpContext http)
    {
        var (programme, path) = (model.Page.Programme.Id, model.Path);
        var done = await edit.RunAsync(programme, (await http.FormAsync()).Boxes().Mark(), new RemoveQuestion(path.Question), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => DoneWords.At(ProgrammeAddresses.Draft(programme), EditorDone.Removed), read, programme, http,
            (now, wrong, _, status) => EditorPages.ModelOf(now, path) is { } current ? Removing(current with { Page = current.Page with { Errors = wrong } }, status) : null);
    }
}
