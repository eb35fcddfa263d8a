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

/// <summary>GET, POST …/form/draft/sections/{section}/questions/new and …/library, …/questions/{question}/parts/new: what adds questions.</summary>
internal static class NewQuestionEndpoint
{
    private const string Route = ProgrammeAddresses.DraftRoute + "/sections/{section}/questions";
    private const string PartRoute = ProgrammeAddresses.DraftRoute + "/questions/{question}/parts/new";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route + "/new", PagesFunction.Read, (string programme, string section, ReadForm read, HttpContext http) =>
            EditorPages.OfSectionAsync(programme, section, read, http, (found, known) => Task.FromResult<IResult>(Page<NewQuestionPage>(new EditorModel(found, Typed.Nothing, []), known, null, StatusCodes.Status200OK))));
        KeepsPosts.Mark(pages.MapPost(Route + "/new", (string programme, string section, ReadForm read, EditForm edit, HttpContext http) =>
            EditorPages.OfSectionAsync(programme, section, read, http, (found, known) => AddAsync(found, known, read, edit, http))));
        pages.MapMethods(Route + "/library", PagesFunction.Read, (string programme, string section, ReadForm read, HttpContext http) =>
            EditorPages.OfSectionAsync(programme, section, read, http, (found, known) => Task.FromResult<IResult>(Page<LibraryPage>(new EditorModel(found, Typed.Nothing, []), known, null, StatusCodes.Status200OK))));
        KeepsPosts.Mark(pages.MapPost(Route + "/library", (string programme, string section, ReadForm read, EditForm edit, HttpContext http) =>
            EditorPages.OfSectionAsync(programme, section, read, http, (found, known) => TakeAsync(found, known, read, edit, http))));
        pages.MapMethods(PartRoute, PagesFunction.Read, (string programme, string question, ReadForm read, HttpContext http) =>
            PieceEndpoint.OfAsync(programme, question, PieceKind.Part, read, http, model => Task.FromResult<IResult>(Page<NewQuestionPage>(model.Page, model.Section, model, StatusCodes.Status200OK))));
        KeepsPosts.Mark(pages.MapPost(PartRoute, (string programme, string question, ReadForm read, EditForm edit, HttpContext http) =>
            PieceEndpoint.OfAsync(programme, question, PieceKind.Part, read, http, model => AddPartAsync(model, read, edit, http))));
    }

    private static PageResult Page<TPage>(EditorModel model, SectionDocument section, QuestionModel? group, int status) where TPage : PortalPage<NewQuestionModel> =>
        PageResult.Of<TPage, NewQuestionModel>(new NewQuestionModel(model, section, group), status);

    private static QuestionDocument Read(Typed typed, bool isPart, List<FieldError> errors)
    {
        var (label, type) = (typed.Label("label", "Enter the question.", errors), typed.Text("type"));
        if (!QuestionText.Types.Contains(type) || (isPart && !QuestionText.MayBePart(type)))
            errors.Add(new FieldError("Choose what kind of answer it takes.", "type"));
        return new QuestionDocument { Id = default, Type = type, Label = label };
    }

    private static async Task<IResult> AddAsync(FoundDraft found, SectionDocument section, ReadForm read, EditForm edit, HttpContext http)
    {
        var (typed, errors) = ((await http.FormAsync()).Boxes(), new List<FieldError>());
        var question = Read(typed, false, errors);
        return errors.Count > 0
            ? Page<NewQuestionPage>(new EditorModel(found, typed, errors), section, null, StatusCodes.Status422UnprocessableEntity)
            : await AddAsync<NewQuestionPage>(found, section, question, typed, read, edit, http);
    }

    private static async Task<IResult> TakeAsync(FoundDraft found, SectionDocument section, ReadForm read, EditForm edit, HttpContext http)
    {
        var typed = (await http.FormAsync()).Boxes();
        return LibraryQuestion.Offered.FirstOrDefault(indicator => indicator.Id.Value == typed.Text("indicator")) is { } indicator
            ? await AddAsync<LibraryPage>(found, section, LibraryQuestion.Of(indicator), typed, read, edit, http)
            : Page<LibraryPage>(new EditorModel(found, typed, [new FieldError("Choose an indicator.", "indicator")]), section, null, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> AddAsync<TPage>(FoundDraft found, SectionDocument section, QuestionDocument question, Typed typed, ReadForm read, EditForm edit, HttpContext http) where TPage : PortalPage<NewQuestionModel>
    {
        var done = await edit.RunAsync(found.Programme.Id, typed.Mark(), new AddQuestion(section.Id, question, typed.Id()), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, made => DoneWords.At(ProgrammeAddresses.DraftQuestion(found.Programme.Id, new QuestionPath(new QuestionId(made.Made!))), EditorDone.Saved), read, found.Programme.Id, http,
            (now, wrong, _, status) => now.Document.Section(section.Id) is { } still ? Page<TPage>(new EditorModel(now, typed, wrong), still, null, status) : null);
    }

    private static async Task<IResult> AddPartAsync(QuestionModel model, ReadForm read, EditForm edit, HttpContext http)
    {
        var (typed, errors) = ((await http.FormAsync()).Boxes(), new List<FieldError>());
        var (part, used) = (Read(typed, true, errors), model.Page.Found.UsedIdsOf());
        var id = used.NewQuestion(part.Label.En);
        if (typed.Id() is { } wanted && (!Identifier.TryParse(wanted, out id) || used.HasQuestion(wanted)))
            errors.Add(new FieldError($"The short name {wanted} can’t be used: it has other characters than letters, digits and hyphens, is too long, or the form has, or had, it for another question.", "id"));
        PageResult Again(QuestionModel group, IReadOnlyList<FieldError> wrong, int status) => Page<NewQuestionPage>(new EditorModel(group.Page.Found, typed, wrong), group.Section, group, status);
        if (errors.Count > 0)
            return Again(model, errors, StatusCodes.Status422UnprocessableEntity);
        var (programme, path) = (model.Page.Programme.Id, model.Path);
        var done = await edit.RunAsync(
            programme, typed.Mark(), path.Change(group => group with { Questions = [.. group.Questions, part with { Id = id }] }, $"the parts, with “{part.Label.En}” added,"), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => DoneWords.At(ProgrammeAddresses.DraftQuestion(programme, new QuestionPath(path.Question, id)), EditorDone.Saved), read, programme, http,
            (now, wrong, _, status) => EditorPages.ModelOf(now, path) is { } group ? Again(group, wrong, status) : null);
    }
}
