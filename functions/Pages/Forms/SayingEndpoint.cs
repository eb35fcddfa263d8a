using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.Pages.Programmes.Reading;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Forms;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Forms;

/// <summary>
/// GET, POST /forms/{programme}/draft and …/questions/{question}/challenge; a comment or challenge on a page of its own, where it is answered or named
/// </summary>
internal static class SayingEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(FormAddresses.Route + "/draft", PagesFunction.Read, (string programme, string? after, string? done, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => DraftAsync(id, after, done, TypedSaying.Nothing, [], StatusCodes.Status200OK, read, http)));
        KeepsPosts.Mark(pages.MapPost(FormAddresses.Route + "/draft", (string programme, ReadNotices read, SpeakOfForm speak, HttpContext http) => FormPages.OfAsync(programme, id => CommentAsync(id, read, speak, http))));
        pages.MapMethods(FormAddresses.QuestionRoute, PagesFunction.Read, (string programme, string question, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => ToChallengeAsync(id, question, TypedSaying.Nothing, [], StatusCodes.Status200OK, read, http)));
        KeepsPosts.Mark(pages.MapPost(FormAddresses.QuestionRoute, (string programme, string question, ReadNotices read, SpeakOfForm speak, HttpContext http) =>
            FormPages.OfAsync(programme, id => ChallengeAsync(id, question, read, speak, http))));

        pages.MapMethods(FormAddresses.CommentRoute, PagesFunction.Read, (string programme, int draft, string comment, string? done, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => ShowAsync(read.CommentAsync(id, draft, comment, http.Caller(), http.RequestAborted), done)));
        KeepsPosts.Mark(pages.MapPost(FormAddresses.CommentRoute + "/answer", (string programme, int draft, string comment, ReadNotices read, SpeakOfForm speak, HttpContext http) => FormPages.OfAsync(programme, id =>
            AnswerAsync((text, changed) => speak.AnswerCommentAsync(id, draft, comment, text, changed, http.Caller(), http.RequestAborted), () => read.CommentAsync(id, draft, comment, http.Caller(), http.RequestAborted), http))));
        pages.MapPost(FormAddresses.CommentRoute + "/name", (string programme, int draft, string comment, SpeakOfForm speak, HttpContext http) =>
            FormPages.OfAsync(programme, id => NameAsync(speak.NameOfCommentAsync(id, draft, comment, http.Caller(), http.RequestAborted), FormAddresses.Comment(id, draft, comment))));

        pages.MapMethods(FormAddresses.ChallengeRoute, PagesFunction.Read, (string programme, string challenge, string? done, ReadNotices read, HttpContext http) =>
            FormPages.OfAsync(programme, id => ShowAsync(read.ChallengeAsync(id, challenge, http.Caller(), http.RequestAborted), done)));
        KeepsPosts.Mark(pages.MapPost(FormAddresses.ChallengeRoute + "/answer", (string programme, string challenge, ReadNotices read, SpeakOfForm speak, HttpContext http) => FormPages.OfAsync(programme, id =>
            AnswerAsync((text, changed) => speak.AnswerChallengeAsync(id, challenge, text, changed, http.Caller(), http.RequestAborted), () => read.ChallengeAsync(id, challenge, http.Caller(), http.RequestAborted), http))));
        pages.MapPost(FormAddresses.ChallengeRoute + "/name", (string programme, string challenge, SpeakOfForm speak, HttpContext http) =>
            FormPages.OfAsync(programme, id => NameAsync(speak.NameOfChallengeAsync(id, challenge, http.Caller(), http.RequestAborted), FormAddresses.Challenge(id, challenge))));
    }

    private static async Task<IResult> DraftAsync(
        ProgrammeId programme, string? after, string? done, TypedSaying typed, IReadOnlyList<FieldError> errors, int status, ReadNotices read, HttpContext http)
    {
        var found = await read.DraftAsync(programme, http.Caller(), http.RequestAborted);
        if (found.Value is not { } shown)
            return ProblemPages.Of(found.Problem!);
        return await FormPages.ShowAsync(read.CommentsAsync(programme, shown.Form.Draft!.Number, after, FormPages.Size, http.Caller(), http.RequestAborted), comments =>
            PageResult.Of<DraftPage, DraftModel>(new DraftModel(shown.Form, shown.Before, shown.Version, shown.Changes, comments, typed, errors, done), status));
    }

    private static async Task<IResult> CommentAsync(ProgrammeId programme, ReadNotices read, SpeakOfForm speak, HttpContext http)
    {
        var typed = (await http.FormAsync()).Saying();
        if (typed.Question.Length > 0 && !Identifier.TryParse<QuestionId>(typed.Question, out _))
            return ProblemPages.NotFound;
        QuestionId? question = typed.Question.Length > 0 ? Identifier.Parse<QuestionId>(typed.Question) : null;
        var done = await speak.CommentAsync(programme, question, typed.Text, typed.Named, http.Caller(), http.RequestAborted);
        return done.Problem is not { } problem ? new SeeOther(DoneWords.At(FormAddresses.Draft(programme), FormDone.Said))
            : problem.Refusal.Kind is RefusalKind.Unprocessable or RefusalKind.Conflict ? await DraftAsync(programme, null, null, typed, problem.Errors(), (int)problem.Refusal.Kind, read, http)
            : ProblemPages.Of(problem);
    }

    private static async Task<IResult> ToChallengeAsync(ProgrammeId programme, string question, TypedSaying typed, IReadOnlyList<FieldError> errors, int status, ReadNotices read, HttpContext http)
    {
        if (!Identifier.TryParse<QuestionId>(question, out var id))
            return ProblemPages.NotFound;
        return await FormPages.ShowAsync(read.LifeAsync(programme, http.Caller(), http.RequestAborted), life =>
            life.Form.Speaks is null ? ProblemPages.Of(life.Form.WhyNotSpeaks)
            : life.Versions.Where(one => one.Standing is VersionStanding.InForce or VersionStanding.Announced).Select(one => one.Version.Find(question)).FirstOrDefault(one => one is not null) is { } asked
                ? PageResult.Of<ChallengePage, ChallengeModel>(new ChallengeModel(life.Form, id, asked.Label, asked.Why, asked.UsedBy, typed, errors), status)
            : ProblemPages.NotFound);
    }

    private static async Task<IResult> ChallengeAsync(ProgrammeId programme, string question, ReadNotices read, SpeakOfForm speak, HttpContext http)
    {
        if (!Identifier.TryParse<QuestionId>(question, out var id))
            return ProblemPages.NotFound;
        var typed = (await http.FormAsync()).Saying();
        var done = await speak.ChallengeAsync(programme, id, typed.Text, typed.Named, http.Caller(), http.RequestAborted);
        return done.Problem is not { } problem ? new SeeOther(DoneWords.At(FormAddresses.Form(programme), FormDone.Said) + "#challenges")
            : problem.Refusal.Kind is RefusalKind.Unprocessable or RefusalKind.Conflict ? await ToChallengeAsync(programme, question, typed, problem.Errors(), (int)problem.Refusal.Kind, read, http)
            : ProblemPages.Of(problem);
    }

    private static Task<IResult> ShowAsync<T>(Task<Outcome<(FoundForm Form, ShownSaying<T> Saying)>> finding, string? done) where T : FormSaying =>
        FormPages.ShowAsync(finding, found => Page(found.Form, found.Saying, "", false, [], done, StatusCodes.Status200OK));

    private static PageResult Page<T>(FoundForm form, ShownSaying<T> shown, string text, bool changed, IReadOnlyList<FieldError> errors, string? done, int status) where T : FormSaying =>
        PageResult.Of<SayingPage, SayingModel>(new SayingModel(form, shown.Saying, shown.Speaker, shown.IsOwn, text, changed, errors, done), status);

    private static async Task<IResult> AnswerAsync<T>(Func<string, bool, Task<Outcome<T>>> answer, Func<Task<Outcome<(FoundForm Form, ShownSaying<T> Saying)>>> find, HttpContext http) where T : FormSaying
    {
        var form = await http.FormAsync();
        var (text, changed) = (form.Written("text"), form.Text("changed") == "yes");
        var done = await answer(text, changed);
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(FormAddresses.Of(done.Value!), FormDone.Answered));
        return await FormPages.ShowAsync(find(), found => problem.Told((errors, status) => Page(found.Form, found.Saying, text, changed, errors, null, status)));
    }

    private static async Task<IResult> NameAsync<T>(Task<Outcome<T>> naming, string address) where T : FormSaying
    {
        var done = await naming;
        return done.Problem is { } problem && problem.Refusal != Catalogue.NothingChanges ? ProblemPages.Of(problem) : new SeeOther(DoneWords.At(address, FormDone.Named));
    }
}
