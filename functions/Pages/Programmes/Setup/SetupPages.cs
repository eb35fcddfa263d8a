using MonitoringReturns.Core;
using MonitoringReturns.Core.Problems;
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

/// <summary>What the set-up's pages have in common.</summary>
internal static class SetupPages
{
    public const string Saved = "saved";

    /// <summary>A page about a programme's set-up, to who may change it.</summary>
    public static Task<IResult> ToChangeAsync(string programme, ReadSetup read, HttpContext http, Func<ShownSetup, Task<IResult>> page) =>
        OfAsync(programme, id => read.ToChangeAsync(id, http.Caller(), http.RequestAborted), page);

    /// <summary>A page about a programme's set-up, to its funders.</summary>
    public static Task<IResult> ToReadAsync(string programme, ReadSetup read, HttpContext http, Func<ShownSetup, Task<IResult>> page) =>
        OfAsync(programme, id => read.RunAsync(id, http.Caller(), http.RequestAborted), page);

    public static PageResult Page<TPage>(SetupModel model, int status) where TPage : PortalPage<SetupModel> => PageResult.Of<TPage, SetupModel>(model, status);

    /// <summary>Leads on where it is done; else the page again as the programme is now, with what was typed.</summary>
    public static async Task<IResult> AfterAsync(
        Outcome<Programme> done, Typed typed, ReadSetup read, ProgrammeId id, HttpContext http, string next, Func<SetupModel, int, IResult> page)
    {
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(next, Saved));
        if (problem.Refusal.Kind is not (RefusalKind.Unprocessable or RefusalKind.Conflict or RefusalKind.Stale))
            return ProblemPages.Of(problem);
        var found = await read.RunAsync(id, http.Caller(), http.RequestAborted);
        return found.Value is { } now
            ? page(new SetupModel(now, typed, SetupForms.ErrorsOf(problem, typed)), problem.Refusal.Kind is RefusalKind.Unprocessable ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict)
            : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> OfAsync(string programme, Func<ProgrammeId, Task<Outcome<ShownSetup>>> find, Func<ShownSetup, Task<IResult>> page)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemPages.NotFound;
        var found = await find(id);
        return found.Value is { } shown ? await page(shown) : ProblemPages.Of(found.Problem!);
    }
}

/// <summary>A page that changes one part of a programme: GET and POST /programmes/{programme}/setup/{part}.</summary>
/// <param name="Stored">What stands in the boxes at first.</param>
/// <param name="Read">What the boxes say, as a change of the programme; what they say nothing with goes to the errors.</param>
/// <param name="StaysHere">It leads back to itself: there may be more to add.</param>
internal sealed record PartPage<TPage>(
    string Name, SetupPart Part, Func<ShownSetup, IEnumerable<KeyValuePair<string, string>>> Stored, Func<ShownSetup, Typed, List<FieldError>, Func<Programme, Programme>> Read, bool StaysHere = false)
    where TPage : PortalPage<SetupModel>
{
    /// <summary>Where what is typed decides what the record says was done.</summary>
    public Func<Typed, SetupPart>? PartOf { get; init; }

    public void Map(IEndpointRouteBuilder pages)
    {
        var route = $"{ProgrammeAddresses.SetUpRoute}/{Name}";
        pages.MapMethods(route, PagesFunction.Read, (string programme, string? done, ReadSetup read, HttpContext http) =>
            SetupPages.ToChangeAsync(programme, read, http, shown => Task.FromResult<IResult>(SetupPages.Page<TPage>(new SetupModel(shown, new Typed(Stored(shown)), [], done == SetupPages.Saved), StatusCodes.Status200OK))));
        pages.MapPost(route, (string programme, ReadSetup read, SetUpProgramme setUp, HttpContext http) =>
            SetupPages.ToChangeAsync(programme, read, http, shown => ChangeAsync(shown, read, setUp, http)));
    }

    private async Task<IResult> ChangeAsync(ShownSetup shown, ReadSetup read, SetUpProgramme setUp, HttpContext http)
    {
        var form = await http.FormAsync();
        var (typed, errors, id) = (form.Typed(), new List<FieldError>(), shown.Programme.Id);
        var change = Read(shown, typed, errors);
        if (errors.Count > 0)
            return SetupPages.Page<TPage>(new SetupModel(shown, typed, errors), StatusCodes.Status422UnprocessableEntity);
        var done = await setUp.ChangeAsync(id, form.Version(), PartOf?.Invoke(typed) ?? Part, change, http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, typed, read, id, http, StaysHere ? ProgrammeAddresses.SetUp(id, Name) : ProgrammeAddresses.SetUp(id), SetupPages.Page<TPage>);
    }
}
