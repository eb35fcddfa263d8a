using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>GET, POST /programmes/{programme}/setup/funders and …/lead; POST …/funders/{funder}/remove and …/lead/answer</summary>
internal static class FundersEndpoint
{
    private const string Funders = ProgrammeAddresses.SetUpRoute + "/funders";
    private const string Lead = ProgrammeAddresses.SetUpRoute + "/lead";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Funders, PagesFunction.Read, (string programme, string? done, ReadSetup read, HttpContext http) => SetupPages.ToChangeAsync(programme, read, http, shown =>
            Task.FromResult<IResult>(SetupPages.Page<FundersPage>(new SetupModel(shown, Typed.Nothing, [], done == SetupPages.Saved), StatusCodes.Status200OK))));
        pages.MapPost(Funders, (string programme, ReadSetup read, SetUpProgramme setUp, FindOrganisations find, HttpContext http) => SetupPages.ToChangeAsync(programme, read, http, shown => AddAsync(shown, read, setUp, find, http)));
        pages.MapPost(Funders + "/{funder}/remove", (string programme, string funder, ReadSetup read, SetUpProgramme setUp, HttpContext http) => SetupPages.ToChangeAsync(programme, read, http, shown => RemoveAsync(shown, funder, read, setUp, http)));
        pages.MapMethods(Lead, PagesFunction.Read, (string programme, ReadSetup read, HttpContext http) => SetupPages.ToReadAsync(programme, read, http, shown =>
            Task.FromResult<IResult>(SetupPages.Page<LeadPage>(new SetupModel(shown, Typed.Nothing, []), StatusCodes.Status200OK))));
        pages.MapPost(Lead, (string programme, ReadSetup read, SetUpProgramme setUp, HttpContext http) => SetupPages.ToChangeAsync(programme, read, http, shown => ProposeAsync(shown, read, setUp, http)));
        pages.MapPost(Lead + "/answer", (string programme, ReadSetup read, SetUpProgramme setUp, HttpContext http) => SetupPages.ToReadAsync(programme, read, http, shown => AnswerAsync(shown, read, setUp, http)));
    }

    private static async Task<IResult> AddAsync(ShownSetup shown, ReadSetup read, SetUpProgramme setUp, FindOrganisations find, HttpContext http)
    {
        var (form, id) = (await http.FormAsync(), shown.Programme.Id);
        var errors = new List<FieldError>();
        var (typed, choices) = await OrganisationBoxes.SettleAsync(form.Typed(), ["funder"], find, errors, http.RequestAborted);
        if (!OrganisationId.TryParse(typed.Text("funder").ToUpperInvariant(), out var funder))
            return SetupPages.Page<FundersPage>(
                new SetupModel(shown, typed, errors.Count > 0 ? errors : [new FieldError("Enter a part of the organisation’s name, or its identifier, like GB-CHC-204279.", "funder")]) { Choices = choices }, StatusCodes.Status422UnprocessableEntity);
        var done = await setUp.AddFunderAsync(id, form.Version(), funder, http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, typed, read, id, http, ProgrammeAddresses.SetUp(id, "funders"), SetupPages.Page<FundersPage>);
    }

    private static async Task<IResult> RemoveAsync(ShownSetup shown, string funder, ReadSetup read, SetUpProgramme setUp, HttpContext http)
    {
        if (!OrganisationId.TryParse(funder, out var gone))
            return ProblemPages.NotFound;
        var (form, id) = (await http.FormAsync(), shown.Programme.Id);
        var done = await setUp.RemoveFunderAsync(id, form.Version(), gone, http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, Typed.Nothing, read, id, http, ProgrammeAddresses.SetUp(id, "funders"), SetupPages.Page<FundersPage>);
    }

    private static async Task<IResult> ProposeAsync(ShownSetup shown, ReadSetup read, SetUpProgramme setUp, HttpContext http)
    {
        var (form, id) = (await http.FormAsync(), shown.Programme.Id);
        var typed = form.Typed();
        if (!OrganisationId.TryParse(typed.Text("to"), out var to))
            return SetupPages.Page<LeadPage>(new SetupModel(shown, typed, [new FieldError("Choose the co-funder that is to lead.", "to")]), StatusCodes.Status422UnprocessableEntity);
        var done = await setUp.ProposeLeadAsync(id, form.Version(), to, typed.Text("reason"), http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, typed, read, id, http, ProgrammeAddresses.SetUp(id), SetupPages.Page<LeadPage>);
    }

    private static async Task<IResult> AnswerAsync(ShownSetup shown, ReadSetup read, SetUpProgramme setUp, HttpContext http)
    {
        var (form, id) = (await http.FormAsync(), shown.Programme.Id);
        var done = await setUp.AnswerLeadAsync(id, form.Version(), form.Text("answer") == "accept", http.Caller(), http.RequestAborted);
        return await SetupPages.AfterAsync(done, form.Typed(), read, id, http, ProgrammeAddresses.SetUp(id), SetupPages.Page<LeadPage>);
    }
}
