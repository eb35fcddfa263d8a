using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.Pages.Programmes.Reading;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Forms;
using MonitoringReturns.Web.Pages.Forms.Modules;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Forms;

/// <summary>GET /forms/{programme}/modules; GET, POST …/modules/new; GET …/modules/{funder}/{module}, POST …/take and …/decline: co-funders' own questions</summary>
internal static class ModuleEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(FormAddresses.ModulesRoute, PagesFunction.Read, (string programme, string? after, string? done, ReadModules read, HttpContext http) => FormPages.OfAsync(programme, id =>
            FormPages.ShowAsync(read.ListAsync(id, after, FormPages.Size, http.Caller(), http.RequestAborted), found => PageResult.Of<ModulesPage, ModulesModel>(new ModulesModel(found.Form, found.Modules, done)))));
        pages.MapMethods(FormAddresses.ModulesRoute + "/new", PagesFunction.Read, (string programme, ReadModules read, HttpContext http) => FormPages.OfAsync(programme, id =>
            FormPages.ShowAsync(read.ToProposeAsync(id, http.Caller(), http.RequestAborted), form => NewPage(form, "", [NewModuleModel.Empty], [], StatusCodes.Status200OK))));
        KeepsPosts.Mark(pages.MapPost(FormAddresses.ModulesRoute + "/new", (string programme, ReadModules read, ProposeModule propose, HttpContext http) => FormPages.OfAsync(programme, id => ProposeAsync(id, read, propose, http))));
        pages.MapMethods(FormAddresses.ModuleRoute, PagesFunction.Read, (string programme, string funder, string module, string? done, ReadModules read, HttpContext http) =>
            OfAsync(programme, funder, (id, whose) => ShowAsync(id, whose, module, done, read, http)));
        pages.MapPost(FormAddresses.ModuleRoute + "/take", (string programme, string funder, string module, ReadModules read, ProposeModule propose, HttpContext http) => OfAsync(programme, funder, (id, whose) =>
            AnswerAsync(id, whose, module, "", ModuleDone.Taken, propose.TakeAsync(id, whose, module, http.Caller(), http.RequestAborted), read, http)));
        KeepsPosts.Mark(pages.MapPost(FormAddresses.ModuleRoute + "/decline", (string programme, string funder, string module, ReadModules read, ProposeModule propose, HttpContext http) => OfAsync(programme, funder, async (id, whose) =>
        {
            var reason = (await http.FormAsync()).Written("reason");
            return await AnswerAsync(id, whose, module, reason, ModuleDone.Declined, propose.DeclineAsync(id, whose, module, reason, http.Caller(), http.RequestAborted), read, http);
        })));
    }

    private static Task<IResult> OfAsync(string programme, string funder, Func<ProgrammeId, OrganisationId, Task<IResult>> page) =>
        OrganisationId.TryParse(funder, out var whose) ? FormPages.OfAsync(programme, id => page(id, whose)) : Task.FromResult<IResult>(ProblemPages.NotFound);

    private static PageResult NewPage(FoundForm form, string title, IReadOnlyList<ModuleQuestion> questions, IReadOnlyList<FieldError> errors, int status) =>
        PageResult.Of<NewModulePage, NewModuleModel>(new NewModuleModel(form, title, questions, errors), status);

    private static async Task<IResult> ProposeAsync(ProgrammeId programme, ReadModules read, ProposeModule propose, HttpContext http)
    {
        var found = await read.ToProposeAsync(programme, http.Caller(), http.RequestAborted);
        if (found.Value is not { } form)
            return ProblemPages.Of(found.Problem!);
        var sent = await http.FormAsync();
        var (title, typed) = (sent.Text("title"), Typed(sent));
        if (sent.Text("then") == "add" && typed.Count < ProposeModule.MostQuestions)
            return NewPage(form, title, [.. typed, NewModuleModel.Empty], [], StatusCodes.Status200OK);
        // A question that was added and left empty is none; the first is always asked for.
        var asked = typed.Where((question, place) => place == 0 || question != NewModuleModel.Empty).ToList();
        var done = await propose.ProposeAsync(programme, title, asked, http.Caller(), http.RequestAborted);
        return done.Problem is { } problem
            ? problem.Told((errors, status) => NewPage(form, title, asked, errors, status))
            : new SeeOther(DoneWords.At(FormAddresses.Modules(programme), ModuleDone.Proposed));
    }

    private static async Task<IResult> ShowAsync(
        ProgrammeId programme, OrganisationId funder, string module, string? done, ReadModules read, HttpContext http, string reason = "", IReadOnlyList<FieldError>? errors = null, int status = StatusCodes.Status200OK)
    {
        var found = await read.FindAsync(programme, funder, module, http.Caller(), http.RequestAborted);
        return found.Problem is { } problem ? ProblemPages.Of(problem) : PageResult.Of<ModulePage, ModuleModel>(new ModuleModel(found.Value.Form, found.Value.Module, reason, errors ?? [], done), status);
    }

    private static async Task<IResult> AnswerAsync(
        ProgrammeId programme, OrganisationId funder, string module, string reason, string word, Task<Outcome<ModuleProposal>> answering, ReadModules read, HttpContext http)
    {
        var done = await answering;
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(FormAddresses.Module(done.Value!), word));
        return problem.Refusal.Kind is RefusalKind.Unprocessable or RefusalKind.Conflict
            ? await ShowAsync(programme, funder, module, null, read, http, reason, problem.Errors(), (int)problem.Refusal.Kind)
            : ProblemPages.Of(problem);
    }

    /// <summary>The questions as they stand in the boxes.</summary>
    private static List<ModuleQuestion> Typed(IFormCollection form)
    {
        var questions = new List<ModuleQuestion>();
        for (var number = 1; number <= ProposeModule.MostQuestions; number++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"question-{number}");
            if (form.ContainsKey($"{prefix}-label"))
                questions.Add(new ModuleQuestion(form.Text($"{prefix}-type"), form.Text($"{prefix}-label"), form.Text($"{prefix}-hint") is { Length: > 0 } hint ? hint : null, form.Text($"{prefix}-why"), form.Text($"{prefix}-used-by")));
        }
        return questions.Count == 0 ? [NewModuleModel.Empty] : questions;
    }
}
