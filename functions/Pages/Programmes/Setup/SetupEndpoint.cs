using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Record;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>GET, POST /programmes/new; GET /programmes/{programme}/setup and /setup/record</summary>
internal static class SetupEndpoint
{
    private const int LatestShown = 10;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ProgrammeAddresses.New, PagesFunction.Read, ShowNewAsync);
        pages.MapPost(ProgrammeAddresses.New, BeginAsync);
        pages.MapMethods(ProgrammeAddresses.SetUpRoute, PagesFunction.Read, (string programme, string? done, ReadSetup read, HttpContext http) => SetupPages.ToReadAsync(programme, read, http, async shown =>
            PageResult.Of<SetupPage, SetupOverview>(new SetupOverview(shown, await read.LatestAsync(shown.Programme.Id, LatestShown, shown.Access.For, http.RequestAborted), done == SetupPages.Saved))));
        pages.MapMethods(ProgrammeAddresses.SetUpRoute + "/record", PagesFunction.Read, (string programme, int? before, ReadSetup read, HttpContext http) => SetupPages.ToReadAsync(programme, read, http, async shown =>
        {
            var (from, to, newer, older) = RecordPaging.Part(await read.EntriesAsync(shown.Programme.Id, http.RequestAborted), before, ProgrammeAddresses.SetUp(shown.Programme.Id, "record"));
            var (entries, verified) = await read.RecordAsync(shown.Programme.Id, from, to, shown.Access.For, http.RequestAborted);
            return PageResult.Of<SetupRecordPage, SetupRecordModel>(new SetupRecordModel(shown, verified, entries, newer, older));
        }));
    }

    private static async Task<IResult> ShowNewAsync(SetUpProgramme setUp, HttpContext http)
    {
        var may = await setUp.ToBeginAsync(null, http.Caller(), http.RequestAborted);
        return may.Value is { } funder ? PageResult.Of<BeginPage, BeginModel>(new BeginModel(funder, Typed.Nothing, [])) : ProblemPages.Of(may.Problem!);
    }

    private static async Task<IResult> BeginAsync(SetUpProgramme setUp, HttpContext http)
    {
        var may = await setUp.ToBeginAsync(null, http.Caller(), http.RequestAborted);
        if (may.Value is not { } funder)
            return ProblemPages.Of(may.Problem!);
        var (typed, errors) = ((await http.FormAsync()).Typed(), new List<FieldError>());
        IResult Again(IReadOnlyList<FieldError> wrong, int status) => PageResult.Of<BeginPage, BeginModel>(new BeginModel(funder, typed, wrong), status);
        if (typed.Text("name").Length == 0)
            errors.Add(new FieldError("Enter what the programme is called.", "name"));
        if (!Identifier.TryParse<ProgrammeId>(typed.Text("id"), out var id))
            errors.Add(new FieldError("Enter a short name of letters, digits and hyphens, 40 at most, such as early-help-2026.", "id"));
        if (!Identifier.TryParse<FormId>(typed.Text("form"), out var form))
            errors.Add(new FieldError("Enter the short name of the form, such as early-help.", "form"));
        if (errors.Count > 0)
            return Again(errors, StatusCodes.Status422UnprocessableEntity);
        var begun = await setUp.BeginAsync(id, typed.Text("name"), form, http.Caller(), http.RequestAborted);
        return begun.Problem is { } problem ? problem.Told(Again, "id") : new SeeOther(DoneWords.At(ProgrammeAddresses.SetUp(id), SetupPages.Saved));
    }
}
