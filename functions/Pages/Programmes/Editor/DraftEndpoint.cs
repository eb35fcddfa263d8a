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

/// <summary>GET …/form/draft, …/history, …/preview and …/document.json; POST …/undo and …/move; GET, POST …/details</summary>
internal static class DraftEndpoint
{
    private const string Route = ProgrammeAddresses.DraftRoute;
    private const int MostMinutes = 10_000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string? done, ReadForm read, HttpContext http) => EditorPages.OfAsync(programme, read, http, found => ShowAsync(found, done, [], StatusCodes.Status200OK, read, http)));
        pages.MapPost(Route + "/undo", (string programme, ReadForm read, EditForm edit, HttpContext http) => EditorPages.OfAsync(programme, read, http, async found =>
            await AfterAsync(await edit.UndoAsync(found.Programme.Id, (await http.FormAsync()).Boxes().Mark(), http.Caller(), http.RequestAborted), DoneWords.At(ProgrammeAddresses.Draft(found.Programme.Id), EditorDone.Undone), found.Programme.Id, read, http)));
        pages.MapPost(Route + "/sections/{section}/move", (string programme, string section, ReadForm read, EditForm edit, HttpContext http) => EditorPages.OfSectionAsync(programme, section, read, http, (found, known) => MoveAsync(found, known, read, edit, http)));
        pages.MapMethods(Route + "/history", PagesFunction.Read, (string programme, int? before, ReadForm read, HttpContext http) => EditorPages.OfAsync(programme, read, http, async found =>
            PageResult.Of<DraftHistoryPage, DraftHistoryModel>(new DraftHistoryModel(found, await read.HistoryAsync(found, before, http.RequestAborted), before))));
        pages.MapMethods(Route + "/document.json", PagesFunction.Read, (string programme, ReadForm read, HttpContext http) => EditorPages.OfAsync(programme, read, http, found =>
            Task.FromResult<IResult>(TypedResults.Bytes(found.Document.ToJson(), "application/json", $"{found.Programme.Form}-{found.Document.Version}.json"))));
        pages.MapMethods(Route + "/preview", PagesFunction.Read, (string programme, ReadForm read, HttpContext http) => EditorPages.OfAsync(programme, read, http, found => Task.FromResult(Preview(found, null))));
        pages.MapMethods(Route + "/preview/{section}", PagesFunction.Read, (string programme, string section, ReadForm read, HttpContext http) => EditorPages.OfAsync(programme, read, http, found => Task.FromResult(Preview(found, section))));
        pages.MapMethods(Route + "/details", PagesFunction.Read, (string programme, ReadForm read, HttpContext http) =>
            EditorPages.OfAsync(programme, read, http, found => Task.FromResult<IResult>(Details(new EditorModel(found, Stored(found.Document), []), StatusCodes.Status200OK))));
        KeepsPosts.Mark(pages.MapPost(Route + "/details", (string programme, ReadForm read, EditForm edit, HttpContext http) => EditorPages.OfAsync(programme, read, http, found => ChangeAsync(found, read, edit, http))));
    }

    private static async Task<IResult> ShowAsync(FoundDraft found, string? done, IReadOnlyList<FieldError> errors, int status, ReadForm read, HttpContext http) =>
        PageResult.Of<DraftPage, DraftModel>(new DraftModel(found, await read.ToUndoAsync(found, http.RequestAborted), await read.SizesAsync(found, http.RequestAborted), done, errors), status);

    private static async Task<IResult> AfterAsync(Core.Problems.Outcome<MadeEdit> done, string next, ProgrammeId programme, ReadForm read, HttpContext http)
    {
        var (toUndo, sizes) = ((EditLine?)null, (IReadOnlyList<BandSize>)[]);
        if (done.Problem is not null && (await read.DraftAsync(programme, http.Caller(), http.RequestAborted)).Value is { } found)
            (toUndo, sizes) = (await read.ToUndoAsync(found, http.RequestAborted), await read.SizesAsync(found, http.RequestAborted));
        return await EditorPages.AfterAsync(done, _ => next, read, programme, http,
            (now, wrong, _, status) => PageResult.Of<DraftPage, DraftModel>(new DraftModel(now, toUndo, sizes, null, [.. wrong.Select(error => error with { Field = null })]), status));
    }

    /// <summary>Moves a section, or a question in it, and leads back to it.</summary>
    private static async Task<IResult> MoveAsync(FoundDraft found, SectionDocument of, ReadForm read, EditForm edit, HttpContext http)
    {
        var typed = (await http.FormAsync()).Boxes();
        FormOperation? operation = typed.Text("move").Split('/') switch
        {
            [var way, "section", var id] when id == of.Id.Value => new MoveSection(of.Id, way == "up" ? -1 : 1),
            [var way, "question", var id] when Identifier.TryParse<QuestionId>(id, out var question) => new MoveQuestion(question, way == "up" ? -1 : 1),
            _ => null,
        };
        return operation is null ? ProblemPages.NotFound
            : await AfterAsync(await edit.RunAsync(found.Programme.Id, typed.Mark(), operation, http.Caller(), http.RequestAborted), $"{ProgrammeAddresses.Draft(found.Programme.Id)}#section-{of.Id}", found.Programme.Id, read, http);
    }

    private static IResult Preview(FoundDraft found, string? section)
    {
        var sections = PreviewForm.Of(found);
        var shown = section is null ? sections.FirstOrDefault() : sections.FirstOrDefault(one => one.Section.Id.Value == section);
        return section is not null && shown is null ? ProblemPages.NotFound : PageResult.Of<PreviewPage, PreviewModel>(new PreviewModel(found, sections, shown, PreviewForm.NotShown(found.Document)));
    }

    private static PageResult Details(EditorModel model, int status) => PageResult.Of<DetailsPage, EditorModel>(model, status);

    private static Typed Stored(FormDocument document) => new([.. BoxesOf("title", document.Title), .. BoxesOf("notes", document.Notes), Box("minutes", document.Minutes), .. BoxesOf("second", document.SecondSignature)]);

    private static async Task<IResult> ChangeAsync(FoundDraft found, ReadForm read, EditForm edit, HttpContext http)
    {
        var (typed, errors) = ((await http.FormAsync()).Boxes(), new List<FieldError>());
        var (title, notes, second) = (typed.Label("title", "Enter what the form is called.", errors), typed.Words("notes", errors), typed.Words("second", errors));
        var minutes = typed.Number("minutes", 1, MostMinutes, errors);
        if (errors.Count > 0)
            return Details(new EditorModel(found, typed, errors), StatusCodes.Status422UnprocessableEntity);
        var change = new ChangeDetails(document => document with { Title = title, Notes = notes, Minutes = minutes, SecondSignature = second });
        var done = await edit.RunAsync(found.Programme.Id, typed.Mark(), change, http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => DoneWords.At(ProgrammeAddresses.Draft(found.Programme.Id), EditorDone.Saved), read, found.Programme.Id, http,
            (now, wrong, meanwhile, status) => Details(new EditorModel(now, typed, wrong) { Now = meanwhile ? Stored(now.Document) : null }, status));
    }
}
