using System.Globalization;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Reading;
using MonitoringReturns.Web.Pages.Returns.Signing;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET, POST /returns/{programme}/{period}/{award}/check: all answers; the post saves the sentences that soft checks ask for.</summary>
internal static class CheckEndpoint
{
    private const string Route = ReturnAddresses.Route + "/check";

    /// <summary>More than can be kept, so that what is too long can be shown again and shortened.</summary>
    private const int MostShown = 10_000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string period, string award, ReadDraft read, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => ShowAsync(key, read, clock, http)));
        KeepsPosts.Mark(pages.MapPost(Route, (string programme, string period, string award, ReadDraft read, SaveAnswers save, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => ExplainAsync(key, read, save, clock, http))));
    }

    /// <summary>The page as it stands now, with what was wrong.</summary>
    public static async Task<IResult> ShowAsync(ReturnKey key, ReadDraft read, TimeProvider clock, HttpContext http, Func<CheckModel, CheckModel>? change = null, int status = StatusCodes.Status200OK)
    {
        var found = await read.RunAsync(key, http.Caller(), http.RequestAborted);
        if (found.Value is not { } draft)
            return ProblemPages.Of(found.Problem!);
        var model = CheckModel.Of(draft.Return, clock.GetUtcNow(), draft.CarriedOver) with { Open = draft.Open };
        return PageResult.Of<CheckPage, CheckModel>(change?.Invoke(model) ?? model, status);
    }

    private static async Task<IResult> ExplainAsync(ReturnKey key, ReadDraft read, SaveAnswers save, TimeProvider clock, HttpContext http)
    {
        var found = await read.RunAsync(key, http.Caller(), http.RequestAborted);
        if (found.Value is not { Return: { } current })
            return ProblemPages.Of(found.Problem!);
        var form = await http.FormAsync();
        var typed = current.Version.Questions.Select(question => question.Id.Value).Where(id => form.ContainsKey(Explaining.BoxOf(id)))
            .ToDictionary(id => id, id => Shown(form[Explaining.BoxOf(id)].ToString()), StringComparer.Ordinal);
        List<AnswerChange> changes = [.. typed.Where(box => !string.IsNullOrWhiteSpace(box.Value)).Select(box => new AnswerChange(box.Key, null, VersionIn(form, box.Key), HasComment: true, box.Value))];
        if (changes.Count == 0 && current.Access.MayPrepare)
            return CheckModel.Of(current, clock.GetUtcNow()).AsksToExplain
                ? await AgainAsync(StatusCodes.Status422UnprocessableEntity, model => [.. model.Findings.Where(finding => finding.Kind == FindingKind.Explain)
                    .Select(finding => (SectionTask.QuestionIn(finding), finding.Message))])
                : new SeeOther(ReturnAddresses.Check(key));

        var saved = await save.RunAsync(key, changes, http.Caller(), http.RequestAborted);
        if (saved.Problem is not { } problem)
            return new SeeOther(ReturnAddresses.Check(key));
        if (problem.Refusal == Catalogue.AnswersNotUsable)
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, _ => [.. problem.Findings.Select(finding => (finding.Place, finding.Message))]);
        return problem.Refusal == Catalogue.AnswersChanged
            ? await AgainAsync(StatusCodes.Status409Conflict, _ => [.. problem.Conflicts.Select(conflict => (conflict.Question.Value, ChangedMeanwhile(current, conflict)))])
            : ProblemPages.Of(problem);

        Task<IResult> AgainAsync(int status, Func<CheckModel, IReadOnlyList<(string Question, string Message)>> faults) =>
            ShowAsync(key, read, clock, http, model => With(model, typed, faults(model)), status);
    }

    private static CheckModel With(CheckModel model, IReadOnlyDictionary<string, string> typed, IReadOnlyList<(string Question, string Message)> faults) => model with
    {
        Explaining = new Explaining(typed, faults.DistinctBy(fault => fault.Question, StringComparer.Ordinal).ToDictionary(fault => fault.Question, fault => fault.Message, StringComparer.Ordinal)),
        Errors = [.. faults.Select(fault => new FieldError(fault.Message, model.AsksAbout(fault.Question) ? Explaining.BoxOf(fault.Question) : null))],
    };

    private static string ChangedMeanwhile(FoundReturn current, AnswerConflict conflict) =>
        $"Somebody changed “{current.Version.Question(conflict.Question).Label}” while you wrote about it. Look at it as it is now, then save what you wrote again.";

    private static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown];

    private static int VersionIn(IFormCollection form, string question) =>
        int.TryParse(form.Text(Explaining.VersionOf(question)), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
