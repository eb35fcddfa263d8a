using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Editor;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Editor;

/// <summary>GET /programmes/{programme}/form; POST …/begin; GET, POST …/upload, …/discard and …/draft/upload</summary>
internal static class FormFrontEndpoint
{
    private const string Route = ProgrammeAddresses.FormRoute;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string? done, ReadForm read, HttpContext http) => ToReadAsync(programme, read, http, form => PageResult.Of<FormFrontPage, FormFrontModel>(new FormFrontModel(form, [], done))));
        pages.MapPost(Route + "/begin", (string programme, ReadForm read, EditForm edit, HttpContext http) => ToEditAsync(programme, read, http, async form =>
            (await http.FormAsync()).Text("version") == $"{form.NextNumber}" ? await BeginAsync(form, null, edit, http) : Front(form, [new FieldError("The form has another version than when you opened this page. Look at it, and begin the next one then.")], StatusCodes.Status409Conflict)));
        pages.MapMethods(Route + "/upload", PagesFunction.Read, (string programme, ReadForm read, HttpContext http) => ToEditAsync(programme, read, http, form => Task.FromResult<IResult>(Upload(form, null, [], StatusCodes.Status200OK))));
        pages.MapPost(Route + "/upload", (string programme, ReadForm read, EditForm edit, HttpContext http) => ToEditAsync(programme, read, http, async form =>
            await DocumentAsync(http) is var (document, wrong) && document is not null ? await BeginAsync(form, document, edit, http) : Upload(form, null, [new FieldError(wrong!, "document")], StatusCodes.Status422UnprocessableEntity)));
        pages.MapMethods(ProgrammeAddresses.DraftRoute + "/upload", PagesFunction.Read, (string programme, ReadForm read, HttpContext http) =>
            EditorPages.OfAsync(programme, read, http, found => Task.FromResult<IResult>(Upload(found.Form, found.Mark, [], StatusCodes.Status200OK))));
        pages.MapPost(ProgrammeAddresses.DraftRoute + "/upload", (string programme, ReadForm read, EditForm edit, HttpContext http) => EditorPages.OfAsync(programme, read, http, found => ReplaceAsync(found, read, edit, http)));
        pages.MapMethods(Route + "/discard", PagesFunction.Read, (string programme, ReadForm read, HttpContext http) =>
            EditorPages.OfAsync(programme, read, http, found => Task.FromResult<IResult>(PageResult.Of<DiscardPage, EditorModel>(new EditorModel(found, Typed.Nothing, [])))));
        pages.MapPost(Route + "/discard", (string programme, ReadForm read, EditForm edit, HttpContext http) => EditorPages.OfAsync(programme, read, http, found => DiscardAsync(found, read, edit, http)));
    }

    private static async Task<IResult> ToReadAsync(string programme, ReadForm read, HttpContext http, Func<FormToEdit, IResult> page)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemPages.NotFound;
        var found = await read.RunAsync(id, http.Caller(), http.RequestAborted);
        return found.Value is { } form ? page(form) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> ToEditAsync(string programme, ReadForm read, HttpContext http, Func<FormToEdit, Task<IResult>> page)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemPages.NotFound;
        var found = await read.ToEditAsync(id, http.Caller(), http.RequestAborted);
        return found.Value is { } form ? await page(form) : ProblemPages.Of(found.Problem!);
    }

    private static PageResult Front(FormToEdit form, IReadOnlyList<FieldError> errors, int status) => PageResult.Of<FormFrontPage, FormFrontModel>(new FormFrontModel(form, errors), status);

    private static PageResult Upload(FormToEdit form, DraftMark? mark, IReadOnlyList<FieldError> errors, int status) => PageResult.Of<UploadPage, FormUploadModel>(
        new FormUploadModel(form.Programme, mark, mark is null ? ProgrammeAddresses.Form(form.Programme.Id, "/upload") : ProgrammeAddresses.Draft(form.Programme.Id, "/upload"), errors), status);

    private static async Task<IResult> BeginAsync(FormToEdit form, FormDocument? document, EditForm edit, HttpContext http)
    {
        var begun = await edit.BeginAsync(form.Programme.Id, document, http.Caller(), http.RequestAborted);
        return begun.Problem is { } problem
            ? problem.Told((errors, status) => Front(form, [.. errors.Select(error => error with { Field = null })], status))
            : new SeeOther(DoneWords.At(ProgrammeAddresses.Draft(form.Programme.Id), EditorDone.Begun));
    }

    private static async Task<IResult> ReplaceAsync(FoundDraft found, ReadForm read, EditForm edit, HttpContext http)
    {
        var (document, wrong) = await DocumentAsync(http);
        if (document is null)
            return Upload(found.Form, found.Mark, [new FieldError(wrong!, "document")], StatusCodes.Status422UnprocessableEntity);
        var done = await edit.RunAsync(found.Programme.Id, (await http.FormAsync()).Boxes().Mark(), new ReplaceDocument(document), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => DoneWords.At(ProgrammeAddresses.Draft(found.Programme.Id), EditorDone.Uploaded), read, found.Programme.Id, http, (now, errors, _, status) => Upload(now.Form, now.Mark, errors, status));
    }

    private static async Task<IResult> DiscardAsync(FoundDraft found, ReadForm read, EditForm edit, HttpContext http)
    {
        var done = await edit.DiscardAsync(found.Programme.Id, (await http.FormAsync()).Boxes().Mark(), http.Caller(), http.RequestAborted);
        Core.Problems.Outcome<MadeEdit> told = done.Problem is { } problem ? problem : new MadeEdit(done.Value!);
        return await EditorPages.AfterAsync(told, _ => DoneWords.At(ProgrammeAddresses.Form(found.Programme.Id), EditorDone.Discarded), read, found.Programme.Id, http,
            (now, errors, _, status) => PageResult.Of<DiscardPage, EditorModel>(new EditorModel(now, Typed.Nothing, errors), status));
    }

    /// <summary>The document that was sent, or what is wrong with it.</summary>
    private static async Task<(FormDocument? Document, string? Wrong)> DocumentAsync(HttpContext http)
    {
        if ((await http.FormAsync()).Files.GetFile("document") is not { Length: > 0 } file)
            return (null, "Choose the document to upload.");
        if (file.Length > EditForm.MostBytes)
            return (null, "The document is larger than 1 MB.");
        await using var content = file.OpenReadStream();
        using var bytes = new MemoryStream((int)file.Length);
        await content.CopyToAsync(bytes, http.RequestAborted);
        try
        {
            return (FormDocument.Read(bytes.ToArray()), null);
        }
        catch (FormDefinitionException error)
        {
            return (null, $"The document can’t be read. At {error.Place}: {error.Reason}.");
        }
    }
}
