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

/// <summary>GET, POST /programmes/{programme}/form/draft/sections/new, …/{section} and …/{section}/remove</summary>
internal static class DraftSectionEndpoint
{
    private const string Route = ProgrammeAddresses.DraftRoute + "/sections";
    private const int MostOutcomes = 9;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route + "/new", PagesFunction.Read, (string programme, ReadForm read, HttpContext http) =>
            EditorPages.OfAsync(programme, read, http, found => Task.FromResult<IResult>(Page(new EditorModel(found, Typed.Nothing, []), null, StatusCodes.Status200OK))));
        KeepsPosts.Mark(pages.MapPost(Route + "/new", (string programme, ReadForm read, EditForm edit, HttpContext http) => EditorPages.OfAsync(programme, read, http, found => SaveAsync(found, null, read, edit, http))));
        pages.MapMethods(Route + "/{section}", PagesFunction.Read, (string programme, string section, ReadForm read, HttpContext http) =>
            EditorPages.OfSectionAsync(programme, section, read, http, (found, known) => Task.FromResult<IResult>(Page(new EditorModel(found, Stored(known), []), known, StatusCodes.Status200OK))));
        KeepsPosts.Mark(pages.MapPost(Route + "/{section}", (string programme, string section, ReadForm read, EditForm edit, HttpContext http) =>
            EditorPages.OfSectionAsync(programme, section, read, http, (found, known) => SaveAsync(found, known, read, edit, http))));
        pages.MapMethods(Route + "/{section}/remove", PagesFunction.Read, (string programme, string section, ReadForm read, HttpContext http) =>
            EditorPages.OfSectionAsync(programme, section, read, http, (found, known) => Task.FromResult<IResult>(Removing(found, known, [], StatusCodes.Status200OK))));
        pages.MapPost(Route + "/{section}/remove", (string programme, string section, ReadForm read, EditForm edit, HttpContext http) =>
            EditorPages.OfSectionAsync(programme, section, read, http, (found, known) => RemoveAsync(found, known, read, edit, http)));
    }

    private static PageResult Page(EditorModel model, SectionDocument? section, int status) => PageResult.Of<SectionPage, DraftSectionModel>(new DraftSectionModel(model, section), status);

    private static Typed Stored(SectionDocument section) => new(
    [
        .. BoxesOf("title", section.Title), .. BoxesOf("hint", section.Hint), Box("module", section.Module?.Value), Box("visible-to", section.VisibleTo.Select(funder => funder.Value)), Box("outcomes", section.AgreedOutcomes),
    ]);

    private static async Task<IResult> SaveAsync(FoundDraft found, SectionDocument? before, ReadForm read, EditForm edit, HttpContext http)
    {
        var (typed, errors) = ((await http.FormAsync()).Boxes(), new List<FieldError>());
        var wanted = new SectionDocument
        {
            Id = before?.Id ?? default,
            Title = typed.Label("title", "Enter what the section is called.", errors),
            Hint = typed.Words("hint", errors),
            Module = typed.Funder(found, "module", errors),
            VisibleTo = typed.Funders(found, "visible-to", errors),
            AgreedOutcomes = typed.Number("outcomes", 1, MostOutcomes, errors),
            Questions = [],
        };
        if (errors.Count > 0)
            return Page(new EditorModel(found, typed, errors), before, StatusCodes.Status422UnprocessableEntity);
        FormOperation operation = before is null ? new AddSection(wanted, typed.Id()) : new ChangeSection(before.Id, _ => wanted);
        var done = await edit.RunAsync(found.Programme.Id, typed.Mark(), operation, http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => DoneWords.At(ProgrammeAddresses.Draft(found.Programme.Id), EditorDone.Saved), read, found.Programme.Id, http, (now, wrong, meanwhile, status) =>
        {
            var current = before is null ? null : now.Document.Section(before.Id);
            return before is not null && current is null ? null : Page(new EditorModel(now, typed, wrong) { Now = meanwhile && current is not null ? Stored(current) : null }, current, status);
        });
    }

    private static PageResult Removing(FoundDraft found, SectionDocument section, IReadOnlyList<FieldError> errors, int status) => PageResult.Of<RemovePage, RemoveModel>(new RemoveModel(
        new EditorModel(found, Typed.Nothing, errors), section.Title.En, ProgrammeAddresses.DraftSection(found.Programme.Id, section.Id, "/remove"), ProgrammeAddresses.Draft(found.Programme.Id),
        section.Questions.Count == 0 ? null : $"Its questions go with it: {string.Join(", ", section.Questions.Select(question => $"“{question.Label.En}”"))}."), status);

    private static async Task<IResult> RemoveAsync(FoundDraft found, SectionDocument section, ReadForm read, EditForm edit, HttpContext http)
    {
        var done = await edit.RunAsync(found.Programme.Id, (await http.FormAsync()).Boxes().Mark(), new RemoveSection(section.Id), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => DoneWords.At(ProgrammeAddresses.Draft(found.Programme.Id), EditorDone.Removed), read, found.Programme.Id, http,
            (now, wrong, _, status) => now.Document.Section(section.Id) is { } still ? Removing(now, still, wrong, status) : null);
    }
}
