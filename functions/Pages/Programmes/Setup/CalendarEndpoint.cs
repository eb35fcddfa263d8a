using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>GET, POST /programmes/{programme}/setup/calendar; GET, POST …/{period} and …/{period}/extra-time; POST …/{period}/remove</summary>
internal static class CalendarEndpoint
{
    private const string Route = ProgrammeAddresses.SetUpRoute + "/calendar/{period}";
    private const int MostDays = 730;

    public static void Map(IEndpointRouteBuilder pages)
    {
        new PartPage<CalendarPage>("calendar", SetupPart.Calendar, Stored, Added, StaysHere: true).Map(pages);
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string period, ReadSetup read, HttpContext http) => OfAsync(programme, period, read, http, (shown, one) => Task.FromResult<IResult>(
            shown.IsFixed(one)
                ? new SeeOther(ProgrammeAddresses.CalendarPeriod(shown.Programme.Id, one.Id, "/extra-time"))
                : PageResult.Of<PeriodPage, PeriodModel>(new PeriodModel(new SetupModel(shown, Boxes(one), []), one)))));
        pages.MapPost(Route, (string programme, string period, ReadSetup read, SetUpProgramme setUp, HttpContext http) => OfAsync(programme, period, read, http, (shown, one) => ChangeAsync(shown, one, read, setUp, http)));
        pages.MapPost(Route + "/remove", (string programme, string period, ReadSetup read, SetUpProgramme setUp, HttpContext http) => OfAsync(programme, period, read, http, (shown, one) => RemoveAsync(shown, one, read, setUp, http)));
        pages.MapMethods(Route + "/extra-time", PagesFunction.Read, (string programme, string period, ReadSetup read, HttpContext http) => OfAsync(programme, period, read, http, (shown, one) =>
            Task.FromResult<IResult>(PageResult.Of<ExtraTimePage, PeriodModel>(new PeriodModel(new SetupModel(shown, Boxes(one), []), one)))));
        pages.MapPost(Route + "/extra-time", (string programme, string period, ReadSetup read, SetUpProgramme setUp, HttpContext http) => OfAsync(programme, period, read, http, (shown, one) => ExtendAsync(shown, one, read, setUp, http)));
    }

    private static Task<IResult> OfAsync(string programme, string period, ReadSetup read, HttpContext http, Func<ShownSetup, ReportingPeriod, Task<IResult>> page) =>
        SetupPages.ToChangeAsync(programme, read, http, shown => Identifier.TryParse<PeriodId>(period, out var id) && shown.Programme.Period(id) is { } found ? page(shown, found) : Task.FromResult<IResult>(ProblemPages.NotFound));

    private static IEnumerable<KeyValuePair<string, string>> Stored(ShownSetup shown)
    {
        var start = shown.Programme.Calendar.Count > 0 ? shown.Programme.Calendar[^1].End.AddDays(1) : (DateOnly?)null;
        return [new("length", "Quarter"), new("count", "4"), new("due", $"{DaysAfter.Default.Due}"), new("closed", $"{DaysAfter.Default.Closed}"), new("amend", $"{DaysAfter.Default.AmendUntil}"), .. Typed.Of("start", start)];
    }

    private static Func<Programme, Programme> Added(ShownSetup shown, Typed typed, List<FieldError> errors)
    {
        if (!Enum.TryParse<PeriodLength>(typed.Text("length"), out var length) || !Enum.IsDefined(length))
            errors.Add(new FieldError("Choose how long each period is.", "length"));
        var start = typed.Day("start", "the first day", errors);
        var count = typed.Whole("count", 1, MadeCalendar.Most, $"Enter how many periods, from 1 to {MadeCalendar.Most}.", errors);
        int Days(string name) => typed.Whole(name, 0, MostDays, $"Enter the days as a whole number, from 0 to {MostDays}.", errors);
        var after = new DaysAfter(Days("due"), Days("closed"), Days("amend"));
        if (errors.Count > 0)
            return now => now;
        var made = MadeCalendar.Of(length, start, count, after);
        return now => now with { Calendar = [.. now.Calendar, .. made] };
    }

    private static async Task<IResult> ChangeAsync(ShownSetup shown, ReportingPeriod period, ReadSetup read, SetUpProgramme setUp, HttpContext http)
    {
        var form = await http.FormAsync();
        var (typed, errors) = (form.Typed(), new List<FieldError>());
        var wanted = new ReportingPeriod(
            period.Id, typed.Text("name"), typed.Day("start", "the first day", errors), typed.Day("end", "the last day", errors), typed.Day("due", "the day returns are due", errors),
            typed.Day("closed", "the last day for a first return", errors), typed.Day("amend", "the last day for a correction", errors));
        IResult Page(SetupModel model, int status) => PageResult.Of<PeriodPage, PeriodModel>(new PeriodModel(model, period), status);
        if (errors.Count > 0)
            return Page(new SetupModel(shown, typed, errors), StatusCodes.Status422UnprocessableEntity);
        var done = await setUp.ChangeAsync(
            shown.Programme.Id, form.Version(), SetupPart.Calendar, now => now with { Calendar = [.. now.Calendar.Select(one => one.Id == period.Id ? wanted : one)] }, http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, typed, read, shown.Programme.Id, http, ProgrammeAddresses.SetUp(shown.Programme.Id, "calendar"), Page);
    }

    private static async Task<IResult> RemoveAsync(ShownSetup shown, ReportingPeriod period, ReadSetup read, SetUpProgramme setUp, HttpContext http)
    {
        var form = await http.FormAsync();
        var done = await setUp.ChangeAsync(
            shown.Programme.Id, form.Version(), SetupPart.Calendar, now => now with { Calendar = [.. now.Calendar.TakeWhile(one => one.Id != period.Id)] }, http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, Boxes(period), read, shown.Programme.Id, http, ProgrammeAddresses.SetUp(shown.Programme.Id, "calendar"), (model, status) => PageResult.Of<PeriodPage, PeriodModel>(new PeriodModel(model, period), status));
    }

    private static async Task<IResult> ExtendAsync(ShownSetup shown, ReportingPeriod period, ReadSetup read, SetUpProgramme setUp, HttpContext http)
    {
        var form = await http.FormAsync();
        var (typed, errors) = (form.Typed(), new List<FieldError>());
        var days = new PeriodDays(typed.Day("due", "the day returns are due", errors), typed.Day("closed", "the last day for a first return", errors), typed.Day("amend", "the last day for a correction", errors));
        IResult Page(SetupModel model, int status) => PageResult.Of<ExtraTimePage, PeriodModel>(new PeriodModel(model, model.Programme.Period(period.Id) ?? period), status);
        if (errors.Count > 0)
            return Page(new SetupModel(shown, typed, errors), StatusCodes.Status422UnprocessableEntity);
        var done = await setUp.GiveExtraTimeAsync(shown.Programme.Id, form.Version(), period.Id, days, typed.Text("reason"), http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, typed, read, shown.Programme.Id, http, ProgrammeAddresses.SetUp(shown.Programme.Id, "calendar"), Page);
    }

    private static Typed Boxes(ReportingPeriod period) => new(
    [
        new("name", period.Name), .. Typed.Of("start", period.Start), .. Typed.Of("end", period.End), .. Typed.Of("due", period.Due), .. Typed.Of("closed", period.Closed), .. Typed.Of("amend", period.AmendUntil),
    ]);
}
