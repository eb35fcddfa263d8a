using System.Globalization;
using MonitoringReturns.Core;
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

/// <summary>GET, POST /forms/{programme}/announce and …/consultation; POST …/consultation/close; GET, POST …/use/{year}</summary>
internal static class AnnounceEndpoint
{
    private const string Announce = FormAddresses.Route + "/announce";
    private const string Consult = FormAddresses.Route + "/consultation";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Announce, PagesFunction.Read, (string programme, PlanAnnouncement planning, HttpContext http) => FormPages.OfAsync(programme, id =>
            FormPages.ShowAsync(planning.RunAsync(id, http.Caller(), http.RequestAborted), plan => AnnouncePage(plan, Stored(plan), [], StatusCodes.Status200OK))));
        KeepsPosts.Mark(pages.MapPost(Announce, (string programme, PlanAnnouncement planning, AnnounceVersion announce, HttpContext http) => FormPages.OfAsync(programme, id => AnnounceAsync(id, planning, announce, http))));
        pages.MapMethods(Consult, PagesFunction.Read, (string programme, PlanAnnouncement planning, HttpContext http) => FormPages.OfAsync(programme, id =>
            FormPages.ShowAsync(planning.RunAsync(id, http.Caller(), http.RequestAborted), plan => ConsultPage(plan, DateEntry.Of(plan.Draft.Consultation?.Until), [], StatusCodes.Status200OK))));
        pages.MapPost(Consult, (string programme, PlanAnnouncement planning, ConsultOnForm consult, HttpContext http) => FormPages.OfAsync(programme, id => OpenAsync(id, planning, consult, http)));
        pages.MapPost(Consult + "/close", (string programme, ConsultOnForm consult, HttpContext http) => FormPages.OfAsync(programme, id => CloseAsync(id, consult, http)));
        pages.MapMethods(FormAddresses.UseRoute, PagesFunction.Read, (string programme, int year, string? done, NoteUse uses, HttpContext http) => FormPages.OfAsync(programme, id =>
            FormPages.ShowAsync(uses.YearAsync(id, year, http.Caller(), http.RequestAborted), shown => PageResult.Of<UsePage, UseModel>(new UseModel(shown, null, [], done)))));
        KeepsPosts.Mark(pages.MapPost(FormAddresses.UseRoute, (string programme, int year, NoteUse uses, HttpContext http) => FormPages.OfAsync(programme, id => NoteAsync(id, year, uses, http))));
    }

    private static PageResult AnnouncePage(AnnouncementPlan plan, IReadOnlyDictionary<string, string> typed, IReadOnlyList<FieldError> errors, int status) =>
        PageResult.Of<AnnouncePage, AnnounceModel>(new AnnounceModel(plan, typed, errors), status);

    private static PageResult ConsultPage(AnnouncementPlan plan, DateEntry until, IReadOnlyList<FieldError> errors, int status) =>
        PageResult.Of<ConsultPage, ConsultModel>(new ConsultModel(plan, until, errors), status);

    /// <summary>The reasons that were given before.</summary>
    private static Dictionary<string, string> Stored(AnnouncementPlan plan) =>
        plan.Changes.Index().Where(change => plan.Draft.Reasons.ContainsKey(change.Item.Key)).ToDictionary(change => AnnouncementPlan.ReasonBox(change.Index), change => plan.Draft.Reasons[change.Item.Key], StringComparer.Ordinal);

    private static async Task<IResult> AnnounceAsync(ProgrammeId programme, PlanAnnouncement planning, AnnounceVersion announce, HttpContext http)
    {
        var form = await http.FormAsync();
        var typed = form.Keys.ToDictionary(key => key, form.Written, StringComparer.Ordinal);
        var reasons = Enumerable.Range(0, typed.Keys.Count(key => key.StartsWith("reason-", StringComparison.Ordinal))).Select(place => (string?)typed.GetValueOrDefault(AnnouncementPlan.ReasonBox(place)));
        var wanted = new WantedAnnouncement(Identifier.TryParse<PeriodId>(form.Text("from"), out var from) ? from : default, [.. reasons], Number(form, "follows") is > 0 and var follows ? follows : null, form.Text("imposed-by"), typed.GetValueOrDefault("imposed-why"));
        var done = await announce.RunAsync(programme, Number(form, "draft"), Number(form, "edit"), wanted, http.Caller(), http.RequestAborted);
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(FormAddresses.Version(programme, done.Value!.Version), FormDone.Announced));
        var plan = await planning.RunAsync(programme, http.Caller(), http.RequestAborted);
        return plan.Value is { } again ? problem.Told((errors, status) => AnnouncePage(again, InPlace(again, typed), errors, status)) : ProblemPages.Of(problem);
    }

    /// <summary>What was typed, each reason with its change, which may have another place by now.</summary>
    private static Dictionary<string, string> InPlace(AnnouncementPlan plan, Dictionary<string, string> typed)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var place = 0; typed.TryGetValue(AnnouncementPlan.ChangeBox(place), out var change); place++)
            reasons.TryAdd(change, typed.GetValueOrDefault(AnnouncementPlan.ReasonBox(place)) ?? "");
        var boxes = typed.Where(box => !box.Key.StartsWith("reason-", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        foreach (var (place, change) in plan.Changes.Index())
            if (reasons.TryGetValue(change.Key, out var reason))
                boxes.Add(AnnouncementPlan.ReasonBox(place), reason);
        return boxes;
    }

    private static async Task<IResult> OpenAsync(ProgrammeId programme, PlanAnnouncement planning, ConsultOnForm consult, HttpContext http)
    {
        var form = await http.FormAsync();
        var until = form.Date("until");
        var done = await consult.OpenAsync(programme, Number(form, "edit"), until.TryRead(out var day) ? day : null, http.Caller(), http.RequestAborted);
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(FormAddresses.Form(programme), FormDone.Opened));
        var plan = await planning.RunAsync(programme, http.Caller(), http.RequestAborted);
        return plan.Value is { } again
            ? problem.Told((errors, status) => ConsultPage(again, until, [.. errors.Select(error => error.Field == "until" ? error with { Field = "until-day" } : error)], status))
            : ProblemPages.Of(problem);
    }

    private static async Task<IResult> CloseAsync(ProgrammeId programme, ConsultOnForm consult, HttpContext http)
    {
        var done = await consult.CloseAsync(programme, http.Caller(), http.RequestAborted);
        return done.Problem is { } problem ? ProblemPages.Of(problem) : new SeeOther(DoneWords.At(FormAddresses.Form(programme), FormDone.Closed));
    }

    private static async Task<IResult> NoteAsync(ProgrammeId programme, int year, NoteUse uses, HttpContext http)
    {
        var form = await http.FormAsync();
        var found = await uses.YearAsync(programme, year, http.Caller(), http.RequestAborted);
        if (found.Value is not { } shown)
            return ProblemPages.Of(found.Problem!);
        var typed = shown.Questions.Select(use => use.Question.Id).Where(id => form.ContainsKey(id.Value)).ToDictionary(id => id, id => (string?)form.Written(id.Value));
        var done = await uses.NoteAsync(programme, year, typed, http.Caller(), http.RequestAborted);
        return done.Problem is { } problem && problem.Refusal != Catalogue.NothingChanges
            ? problem.Told((errors, status) => PageResult.Of<UsePage, UseModel>(new UseModel(shown, typed.ToDictionary(one => one.Key.Value, one => one.Value ?? "", StringComparer.Ordinal), errors, null), status))
            : new SeeOther(DoneWords.At(FormAddresses.Use(programme, year), FormDone.Noted));
    }

    private static int Number(IFormCollection form, string name) => int.TryParse(form.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
