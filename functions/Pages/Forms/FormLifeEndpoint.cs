using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.Pages.Programmes.Reading;
using MonitoringReturns.Functions.Pages.Returns;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Forms;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Functions.Pages.Forms;

/// <summary>GET /forms/{programme}; …/versions/{version}, its questions as a page and as plain text; POST …/read, GET and POST …/withdraw</summary>
internal static class FormLifeEndpoint
{
    private const int ReadersOnPage = 50;
    private const string Try = FormAddresses.VersionRoute + "/try";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(FormAddresses.Route, PagesFunction.Read, (string programme, string? after, string? done, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => LifeAsync(id, after, done, read, http)));
        pages.MapMethods(FormAddresses.VersionRoute, PagesFunction.Read, (string programme, int version, string? after, string? done, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => VersionAsync(id, version, after, done, read, http)));
        pages.MapPost(FormAddresses.VersionRoute + "/read", (string programme, int version, ReadNotices read, HttpContext http) => FormPages.OfAsync(programme, id => ConfirmAsync(id, version, read, http)));
        pages.MapMethods(FormAddresses.VersionRoute + "/questions", PagesFunction.Read, (string programme, int version, string? done, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => QuestionsAsync(id, version, read, http, async (life, one) => PageResult.Of<FormTextPage, FormTextModel>(new FormTextModel(
                life, one, await read.OwnConfirmationAsync(life.Form, version, http.RequestAborted), await read.ConfirmedAsync(life.Form, version, http.RequestAborted), done)))));
        pages.MapMethods(FormAddresses.VersionRoute + "/readers", PagesFunction.Read, (string programme, int version, string? after, FormReaders readers, HttpContext http) => FormPages.OfAsync(programme, id =>
            FormPages.ShowAsync(readers.ListAsync(id, version, after, ReadersOnPage, http.Caller(), http.RequestAborted), shown => PageResult.Of<ReadersPage, ReadersModel>(new ReadersModel(shown)))));
        pages.MapMethods(FormAddresses.VersionRoute + "/questions.txt", PagesFunction.Read, (string programme, int version, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => QuestionsAsync(id, version, read, http, (_, one) => Task.FromResult(Results.Text(FormText.Of(one.Version), "text/plain", Encoding.UTF8)))));
        pages.MapMethods(Try, PagesFunction.Read, (string programme, int version, ReadNotices read, HttpContext http) => FormPages.OfAsync(programme, id => TryAsync(id, version, null, null, read, http)));
        pages.MapMethods(Try + "/{section}", PagesFunction.Read, (string programme, int version, string section, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => TryAsync(id, version, section, null, read, http)));
        pages.MapPost(Try + "/{section}", (string programme, int version, string section, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, async id => await TryAsync(id, version, section, await http.FormAsync(), read, http)));
        pages.MapMethods(FormAddresses.VersionRoute + "/withdraw", PagesFunction.Read, (string programme, int version, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => ToWithdrawAsync(id, version, read, http)));
        KeepsPosts.Mark(pages.MapPost(FormAddresses.VersionRoute + "/withdraw", (string programme, int version, ReadNotices read, AnnounceVersion announce, HttpContext http) =>
            FormPages.OfAsync(programme, id => WithdrawAsync(id, version, read, announce, http))));
    }

    private static async Task<IResult> LifeAsync(ProgrammeId programme, string? after, string? done, ReadNotices read, HttpContext http)
    {
        var found = await read.LifeAsync(programme, http.Caller(), http.RequestAborted);
        if (found.Value is not { } life)
            return ProblemPages.Of(found.Problem!);
        return await FormPages.ShowAsync(read.ChallengesAsync(programme, after, FormPages.Size, http.Caller(), http.RequestAborted), challenges =>
            PageResult.Of<FormPage, FormModel>(new FormModel(life, challenges, NoteUse.Years(life.Form.Programme, life.Form.Today), done)));
    }

    private static async Task<IResult> VersionAsync(ProgrammeId programme, int version, string? after, string? done, ReadNotices read, HttpContext http, Problem? problem = null)
    {
        var found = await read.AnnouncementAsync(programme, version, http.Caller(), http.RequestAborted);
        if (found.Value is not { } shown)
            return ProblemPages.Of(found.Problem!);
        var confirmed = await read.ConfirmedAsync(shown.Form, version, http.RequestAborted);
        return await FormPages.ShowAsync(read.CommentsAsync(programme, shown.Announcement.Draft, after, FormPages.Size, http.Caller(), http.RequestAborted), comments =>
            PageResult.Of<AnnouncementPage, AnnouncementModel>(new AnnouncementModel(shown, confirmed, comments, done, problem), problem is null ? StatusCodes.Status200OK : (int)problem.Refusal.Kind));
    }

    private static async Task<IResult> ConfirmAsync(ProgrammeId programme, int version, ReadNotices read, HttpContext http)
    {
        var done = await read.ConfirmAsync(programme, version, http.Caller(), http.RequestAborted);
        if (done.Problem is { } problem && problem.Refusal != Catalogue.NothingChanges)
            return problem.Refusal.Kind == RefusalKind.Conflict ? await VersionAsync(programme, version, null, null, read, http, problem) : ProblemPages.Of(problem);
        var announced = (await read.AnnouncementAsync(programme, version, http.Caller(), http.RequestAborted)).Value is not null;
        return new SeeOther(DoneWords.At(announced ? FormAddresses.Version(programme, version) : FormAddresses.Questions(programme, version), FormDone.Confirmed));
    }

    private static async Task<IResult> QuestionsAsync(ProgrammeId programme, int version, ReadNotices read, HttpContext http, Func<FormLife, VersionLife, Task<IResult>> page)
    {
        var found = await read.LifeAsync(programme, http.Caller(), http.RequestAborted);
        if (found.Value is not { } life)
            return ProblemPages.Of(found.Problem!);
        return life.Versions.FirstOrDefault(one => one.Version.Number == version) is { } one ? await page(life, one) : ProblemPages.NotFound;
    }

    /// <summary>What is typed comes back with what checks say of it, and is gone with the page. A row more or less of a group is checked by nobody.</summary>
    private static Task<IResult> TryAsync(ProgrammeId programme, int version, string? section, IFormCollection? form, ReadNotices read, HttpContext http) =>
        FormPages.ShowAsync(read.LifeAsync(programme, http.Caller(), http.RequestAborted), life =>
        {
            SectionId? wanted = section is null ? null : Identifier.TryParse<SectionId>(section, out var id) ? id : default(SectionId);
            var then = form?.Text(Then.Name) ?? "";
            var (more, without) = (SectionEndpoint.After(then, Then.Add), SectionEndpoint.After(then, Then.Remove));
            if (life.Versions.FirstOrDefault(one => one.Version.Number == version) is not { } found
                || TryForm.Of(found.Version, life.Form.Programme, life.Form.Today, wanted, form is null ? null : SectionBoxes.Of(form), without) is not { } tried)
                return ProblemPages.NotFound;
            var isChecked = form is not null && more is null && without is null;
            return PageResult.Of<TryPage, TryModel>(new TryModel(life, found, tried, more, isChecked), isChecked && !tried.IsInOrder ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        });

    private static Task<IResult> ToWithdrawAsync(ProgrammeId programme, int version, ReadNotices read, HttpContext http) =>
        FormPages.ShowAsync(read.AnnouncementAsync(programme, version, http.Caller(), http.RequestAborted), shown => shown.Form.MayAnnounce
            ? PageResult.Of<WithdrawPage, WithdrawModel>(new WithdrawModel(shown, "", []))
            : ProblemPages.Of(shown.Form.Access.WhyNot(FormDesk.WhoAnnounces)));

    private static async Task<IResult> WithdrawAsync(ProgrammeId programme, int version, ReadNotices read, AnnounceVersion announce, HttpContext http)
    {
        var form = await http.FormAsync();
        var reason = form.Written("reason");
        var done = await announce.WithdrawAsync(programme, version, reason, http.Caller(), http.RequestAborted);
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(FormAddresses.Version(programme, version), FormDone.Withdrawn));
        return await FormPages.ShowAsync(read.AnnouncementAsync(programme, version, http.Caller(), http.RequestAborted), shown =>
            problem.Told((errors, status) => PageResult.Of<WithdrawPage, WithdrawModel>(new WithdrawModel(shown, reason, errors), status)));
    }
}
