using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>GET, POST /programmes/{programme}/setup/form</summary>
internal static class FormEndpoint
{
    private const string Route = ProgrammeAddresses.SetUpRoute + "/form";
    private const int EmptyPlans = 2;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, (string programme, ReadSetup read, IFormStore forms, HttpContext http) =>
            SetupPages.ToChangeAsync(programme, read, http, shown => PageAsync(new SetupModel(shown, Stored(shown.Programme), []), forms, StatusCodes.Status200OK, http)));
        pages.MapPost(Route, (string programme, ReadSetup read, IFormStore forms, SetUpProgramme setUp, HttpContext http) => SetupPages.ToChangeAsync(programme, read, http, shown => ChangeAsync(shown, read, forms, setUp, http)));
    }

    private static async Task<IResult> PageAsync(SetupModel model, IFormStore forms, int status, HttpContext http) =>
        PageResult.Of<FormPage, FormModel>(new FormModel(model, await forms.VersionsAsync(model.Programme.Form, http.RequestAborted)), status);

    private static async Task<IResult> ChangeAsync(ShownSetup shown, ReadSetup read, IFormStore forms, SetUpProgramme setUp, HttpContext http)
    {
        var form = await http.FormAsync();
        var (typed, errors) = (form.Typed(), new List<FieldError>());
        if (!Identifier.TryParse<FormId>(typed.Text("form"), out var wanted) || (await forms.VersionsAsync(wanted, http.RequestAborted)).Count == 0)
            errors.Add(new FieldError("The portal has no such form. Check its short name.", "form"));
        var plans = new List<FormPlan>();
        foreach (var name in SetupParts.Boxes(typed, "plan-{0}-version").Select(box => box[..^"-version".Length]))
        {
            var (version, from) = (typed.Text($"{name}-version"), typed.Text($"{name}-from"));
            if (version.Length == 0 && (from.Length == 0 || shown.Programme.FormVersions.Count == 0))
                continue;
            if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                errors.Add(new FieldError("Choose the version, or no period.", $"{name}-version"));
            else if (!Identifier.TryParse<PeriodId>(from, out var period))
                errors.Add(new FieldError($"Choose the period from which version {number} is asked.", $"{name}-from"));
            else
                plans.Add(new FormPlan(number, period));
        }
        if (errors.Count > 0)
            return await PageAsync(new SetupModel(shown, typed, errors), forms, StatusCodes.Status422UnprocessableEntity, http);
        // Versions are of a form: another form begins without a plan.
        var done = await setUp.ChangeAsync(
            shown.Programme.Id, form.Version(), SetupPart.Form, now => now with { Form = wanted, FormVersions = wanted == now.Form ? plans : [] }, http.Caller(), http.RequestAborted);
        var versions = await forms.VersionsAsync(wanted, http.RequestAborted);
        return await SetupPages.AfterAsync(
            done, typed, read, shown.Programme.Id, http, ProgrammeAddresses.SetUp(shown.Programme.Id), (model, status) => PageResult.Of<FormPage, FormModel>(new FormModel(model, versions), status));
    }

    private static Typed Stored(Programme programme)
    {
        List<KeyValuePair<string, string>> boxes = [new("form", programme.Form.Value)];
        for (var number = 1; number <= programme.FormVersions.Count + EmptyPlans; number++)
        {
            var plan = programme.FormVersions.ElementAtOrDefault(number - 1);
            boxes.Add(new($"plan-{number}-version", plan is null ? "" : $"{plan.Version}"));
            boxes.Add(new($"plan-{number}-from", plan?.From.Value ?? (number == 1 && programme.Calendar.Count > 0 ? programme.Calendar[0].Id.Value : "")));
        }
        return new Typed(boxes);
    }
}
