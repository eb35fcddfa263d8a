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
using static MonitoringReturns.Functions.Pages.Programmes.Editor.EditorForms;

namespace MonitoringReturns.Functions.Pages.Programmes.Editor;

/// <summary>GET, POST /programmes/{programme}/form/draft/questions/{question}/checks/new?rule= and …/checks/{code}</summary>
internal static class DraftCheckEndpoint
{
    private const string Route = ProgrammeAddresses.DraftRoute + "/questions/{question}/checks";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route + "/{code}", PagesFunction.Read, (string programme, string question, string code, string? rule, ReadForm read, HttpContext http) =>
            OfAsync(programme, question, code, rule, read, http, model => Task.FromResult<IResult>(Page(Filled(model, Stored(model.Of.Question, model.Code), []), StatusCodes.Status200OK))));
        KeepsPosts.Mark(pages.MapPost(Route + "/{code}", (string programme, string question, string code, string? rule, ReadForm read, EditForm edit, HttpContext http) =>
            OfAsync(programme, question, code, rule, read, http, model => SaveAsync(model, read, edit, http))));
    }

    private static Task<IResult> OfAsync(string programme, string question, string code, string? rule, ReadForm read, HttpContext http, Func<CheckModel, Task<IResult>> page) =>
        PieceEndpoint.OfAsync(programme, question, PieceKind.Check, read, http, model => ModelOf(model, code == "new" ? null : code, rule) is { } check ? page(check) : Task.FromResult<IResult>(ProblemPages.NotFound));

    private static CheckModel? ModelOf(QuestionModel of, string? code, string? rule)
    {
        if (code is null)
            return rule is not null && QuestionText.RulesFor(of.Question).Contains(rule) ? new CheckModel(of, null, rule) : null;
        return of.Question.Checks.FirstOrDefault(check => check.Code == code) is { } check ? new CheckModel(of, code, check.Rule) : null;
    }

    private static PageResult Page(CheckModel model, int status) => PageResult.Of<CheckPage, CheckModel>(model, status);

    private static CheckModel Filled(CheckModel model, Typed typed, IReadOnlyList<FieldError> errors, Typed? now = null) =>
        model with { Of = model.Of with { Page = model.Of.Page with { Typed = typed, Errors = errors, Now = now } } };

    private static Typed Stored(QuestionDocument question, string? code) => question.Checks.FirstOrDefault(check => check.Code == code) is { } check
        ? new Typed(
        [
            Box("value", check.Value), Box("percent", check.Percent), Box("column", check.Column?.Value), Box("of", check.Of.Select(figure => figure.ToString())), Box("at-most", check.AtMost?.ToString()),
            Box("before", check.Before?.Value), .. Typed.Of("day", check.Day), .. BoxesOf("message", check.Message),
        ])
        : Typed.Nothing;

    private static async Task<IResult> SaveAsync(CheckModel model, ReadForm read, EditForm edit, HttpContext http)
    {
        var (typed, errors) = ((await http.FormAsync()).Boxes(), new List<FieldError>());
        var check = CheckForms.Read(model, typed, errors);
        if (errors.Count > 0)
            return Page(Filled(model, typed, errors), StatusCodes.Status422UnprocessableEntity);
        var (programme, path) = (model.Of.Page.Programme.Id, model.Of.Path);
        Func<QuestionDocument, QuestionDocument> change = question => question with
        {
            Checks = question.Checks.Any(one => one.Code == check.Code) ? [.. question.Checks.Select(one => one.Code == check.Code ? check : one)] : [.. question.Checks, check],
        };
        var done = await edit.RunAsync(programme, typed.Mark(), path.Change(change, model.Code is null ? $"the checks, with {check.Code} added," : $"the check {check.Code}"), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => DoneWords.At(ProgrammeAddresses.DraftQuestion(programme, path), EditorDone.Saved), read, programme, http,
            (now, wrong, meanwhile, status) => EditorPages.ModelOf(now, path) is { } current && ModelOf(current, model.Code, model.Rule) is { } again
                ? Page(Filled(again, typed, wrong, meanwhile && model.Code is not null ? Stored(current.Question, model.Code) : null), status)
                : null);
    }
}
