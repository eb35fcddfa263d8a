using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>GET, POST /programmes/{programme}/setup/indicators, …/new and …/{indicator}; POST …/{indicator}/remove</summary>
internal static class IndicatorEndpoint
{
    private const string Route = ProgrammeAddresses.SetUpRoute + "/indicators";

    public static void Map(IEndpointRouteBuilder pages)
    {
        new PartPage<IndicatorsPage>("indicators", SetupPart.Indicators, shown => [new("frameworks", string.Join('|', shown.Programme.Frameworks))], Taken, StaysHere: true).Map(pages);
        pages.MapMethods(Route + "/new", PagesFunction.Read, (string programme, string? id, ReadSetup read, HttpContext http) => SetupPages.ToChangeAsync(programme, read, http, shown => Task.FromResult(Page(new SetupModel(shown, Begun(shown, id), []), null))));
        pages.MapPost(Route + "/new", (string programme, ReadSetup read, SetUpProgramme setUp, HttpContext http) => SetupPages.ToChangeAsync(programme, read, http, shown => SaveAsync(shown, null, read, setUp, http)));
        pages.MapMethods(Route + "/{indicator}", PagesFunction.Read, (string programme, string indicator, ReadSetup read, HttpContext http) => OfAsync(programme, indicator, read, http, (shown, one) => Task.FromResult(Page(new SetupModel(shown, Boxes(one), []), one))));
        pages.MapPost(Route + "/{indicator}", (string programme, string indicator, ReadSetup read, SetUpProgramme setUp, HttpContext http) => OfAsync(programme, indicator, read, http, (shown, one) => SaveAsync(shown, one, read, setUp, http)));
        pages.MapPost(Route + "/{indicator}/remove", (string programme, string indicator, ReadSetup read, SetUpProgramme setUp, HttpContext http) => OfAsync(programme, indicator, read, http, (shown, one) => RemoveAsync(shown, one, read, setUp, http)));
    }

    private static Task<IResult> OfAsync(string programme, string indicator, ReadSetup read, HttpContext http, Func<ShownSetup, Indicator, Task<IResult>> page) =>
        SetupPages.ToChangeAsync(programme, read, http, shown => Identifier.TryParse<IndicatorId>(indicator, out var id) && shown.Programme.Indicator(id) is { } found ? page(shown, found) : Task.FromResult<IResult>(ProblemPages.NotFound));

    private static IResult Page(SetupModel model, Indicator? indicator, int status = StatusCodes.Status200OK) => PageResult.Of<IndicatorPage, IndicatorModel>(new IndicatorModel(model, indicator), status);

    private static Func<Programme, Programme> Taken(ShownSetup shown, Typed typed, List<FieldError> errors)
    {
        var taken = IndicatorLibrary.Shipped.Indicators.Where(indicator => typed.All("take").Contains(indicator.Id.Value, StringComparer.Ordinal)).ToList();
        // What serves a framework's outcome brings the framework with it.
        var frameworks = IndicatorLibrary.Shipped.Frameworks.Select(framework => framework.Id)
            .Where(id => typed.All("frameworks").Contains(id, StringComparer.Ordinal) || taken.Exists(indicator => string.Equals(indicator.Framework, id, StringComparison.Ordinal))).ToList();
        return now => now with { Frameworks = frameworks, Indicators = [.. now.Indicators, .. taken.Where(indicator => now.Indicator(indicator.Id) is null).Select(indicator => indicator.Taken())] };
    }

    /// <summary>A new one, with what is known of it where the form or the library names it.</summary>
    private static Typed Begun(ShownSetup shown, string? id)
    {
        if (!Identifier.TryParse<IndicatorId>(id, out var wanted))
            return new Typed([new("kind", "Output"), new("adds-up", "Sum")]);
        var known = IndicatorLibrary.Shipped.Indicators.FirstOrDefault(indicator => indicator.Id == wanted)?.Taken();
        var name = shown.NotDefined.Where(one => one.Indicator == wanted).Select(one => one.Label).FirstOrDefault();
        return Boxes(known ?? new Indicator(wanted, name ?? "", "", IndicatorKind.Output, AddsUpAs.Sum), name);
    }

    private static Typed Boxes(Indicator indicator, string? name = null) => new(
    [
        new("id", indicator.Id.Value), new("name", name ?? indicator.Name), new("unit", indicator.Unit), new("kind", indicator.Kind.ToString()), new("adds-up", indicator.AddsUp.ToString()),
        new("numerator", indicator.Numerator?.Value ?? ""), new("denominator", indicator.Denominator?.Value ?? ""), new("priority", indicator.Priority ?? ""), new("outcome", indicator.Framework ?? ""),
    ]);

    private static async Task<IResult> SaveAsync(ShownSetup shown, Indicator? before, ReadSetup read, SetUpProgramme setUp, HttpContext http)
    {
        var form = await http.FormAsync();
        var (typed, errors) = (form.Typed(), new List<FieldError>());
        var indicatorId = before?.Id ?? default;
        if (before is null && !Identifier.TryParse(typed.Text("id"), out indicatorId))
            errors.Add(new FieldError("Enter a short name of letters, digits and hyphens, such as people-helped.", "id"));
        if (before is null && indicatorId.Value == "new")
            errors.Add(new FieldError("Choose another short name: this one stands in an address of the portal.", "id"));
        if (!Enum.TryParse<IndicatorKind>(typed.Text("kind"), out var kind) || !Enum.IsDefined(kind))
            errors.Add(new FieldError("Choose whether it is an output or an outcome.", "kind"));
        if (!Enum.TryParse<AddsUpAs>(typed.Text("adds-up"), out var addsUp) || !Enum.IsDefined(addsUp))
            errors.Add(new FieldError("Choose how its figures add up.", "adds-up"));
        if (errors.Count > 0)
            return Page(new SetupModel(shown, typed, errors), before, StatusCodes.Status422UnprocessableEntity);
        var wanted = new Indicator(indicatorId, typed.Text("name"), typed.Text("unit"), kind, addsUp, Empty(typed.Text("priority")))
        {
            Numerator = addsUp == AddsUpAs.Ratio ? IdIn(typed.Text("numerator")) : null,
            Denominator = addsUp == AddsUpAs.Ratio ? IdIn(typed.Text("denominator")) : null,
            Framework = Empty(typed.Text("outcome")),
        };
        var done = await setUp.ChangeAsync(shown.Programme.Id, form.Version(), SetupPart.Indicators, now => now with
        {
            Indicators = before is null ? [.. now.Indicators, wanted] : [.. now.Indicators.Select(one => one.Id == before.Id ? wanted : one)],
        }, http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, typed, read, shown.Programme.Id, http, ProgrammeAddresses.SetUp(shown.Programme.Id, "indicators"), (model, status) => Page(model, before, status));
    }

    private static async Task<IResult> RemoveAsync(ShownSetup shown, Indicator indicator, ReadSetup read, SetUpProgramme setUp, HttpContext http)
    {
        var form = await http.FormAsync();
        var done = await setUp.ChangeAsync(shown.Programme.Id, form.Version(), SetupPart.Indicators, now => now with { Indicators = [.. now.Indicators.Where(one => one.Id != indicator.Id)] }, http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, Boxes(indicator), read, shown.Programme.Id, http, ProgrammeAddresses.SetUp(shown.Programme.Id, "indicators"), (model, status) => Page(model, indicator, status));
    }

    private static string? Empty(string text) => text.Length == 0 ? null : text;

    private static IndicatorId? IdIn(string text) => Identifier.TryParse<IndicatorId>(text, out var id) ? id : null;
}
