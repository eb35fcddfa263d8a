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

/// <summary>A page that changes one part of a question: GET and POST /programmes/{programme}/form/draft/questions/{question}/{part}.</summary>
/// <param name="What">What is changed, in the words of the draft's history.</param>
/// <param name="Stored">What stands in the boxes at first.</param>
/// <param name="Read">What the boxes say, as a change of the question; what they say nothing with goes to the errors.</param>
internal sealed record QuestionPart<TPage>(
    string Name, string What, Func<QuestionDocument, IEnumerable<KeyValuePair<string, string>>> Stored, Func<QuestionModel, Typed, List<FieldError>, Func<QuestionDocument, QuestionDocument>> Read)
    where TPage : PortalPage<QuestionModel>
{
    public void Map(IEndpointRouteBuilder pages)
    {
        var route = $"{ProgrammeAddresses.DraftRoute}/questions/{{question}}/{Name}";
        pages.MapMethods(route, PagesFunction.Read, (string programme, string question, ReadForm read, HttpContext http) =>
            EditorPages.OfQuestionAsync(programme, question, read, http, model => Task.FromResult<IResult>(QuestionText.PartsOf(model).Contains(Name)
                ? PageResult.Of<TPage, QuestionModel>(model with { Page = model.Page with { Typed = new Typed(Stored(model.Question)) } })
                : ProblemPages.NotFound)));
        KeepsPosts.Mark(pages.MapPost(route, (string programme, string question, ReadForm read, EditForm edit, HttpContext http) =>
            EditorPages.OfQuestionAsync(programme, question, read, http, model => SaveAsync(model, read, edit, http))));
    }

    private async Task<IResult> SaveAsync(QuestionModel model, ReadForm read, EditForm edit, HttpContext http)
    {
        var (typed, errors, path) = ((await http.FormAsync()).Boxes(), new List<FieldError>(), model.Path);
        var change = Read(model, typed, errors);
        if (errors.Count > 0)
            return PageResult.Of<TPage, QuestionModel>(model with { Page = model.Page with { Typed = typed, Errors = errors } }, StatusCodes.Status422UnprocessableEntity);
        var done = await edit.RunAsync(model.Page.Programme.Id, typed.Mark(), path.Change(change, What), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(
            done, _ => DoneWords.At(ProgrammeAddresses.DraftQuestion(model.Page.Programme.Id, path), EditorDone.Saved), read, model.Page.Programme.Id, http,
            (now, wrong, meanwhile, status) => EditorPages.ModelOf(now, path) is { } current
                ? PageResult.Of<TPage, QuestionModel>(current with { Page = new EditorModel(now, typed, wrong) { Now = meanwhile ? new Typed(Stored(current.Question)) : null } }, status)
                : null);
    }
}
