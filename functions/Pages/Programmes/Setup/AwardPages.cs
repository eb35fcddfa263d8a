using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
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
using MonitoringReturns.Web.Pages.Programmes.Setup.Awards;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>What the pages of an award have in common.</summary>
internal static class AwardPages
{
    /// <summary>A page about an award, to its funders and its provider.</summary>
    public static async Task<IResult> OfAsync(string programme, string award, AgreeProfile agree, HttpContext http, Func<FoundAward, Task<IResult>> page)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var programmeId) || !Identifier.TryParse<AwardId>(award, out var awardId))
            return ProblemPages.NotFound;
        var found = await agree.FindAsync(programmeId, awardId, http.Caller(), http.RequestAborted);
        return found.Value is { } current ? await page(current) : ProblemPages.Of(found.Problem!);
    }

    /// <summary>As <see cref="OfAsync"/>, to who sets it up.</summary>
    public static Task<IResult> ToChangeAsync(string programme, string award, AgreeProfile agree, HttpContext http, Func<FoundAward, Task<IResult>> page) =>
        OfAsync(programme, award, agree, http, found => found.MaySetUp ? page(found) : Task.FromResult<IResult>(ProblemPages.Of(found.Access.WhyNot(ReadSetup.WhoMay))));

    public static PageResult Page<TPage>(FoundAward found, Typed typed, IReadOnlyList<FieldError> errors, int status) where TPage : PortalPage<AwardModel> =>
        PageResult.Of<TPage, AwardModel>(new AwardModel(found.Programme, found, typed, errors), status);

    /// <summary>Leads on where it is done; else the page again as the award is now, with what was typed.</summary>
    public static async Task<IResult> AfterAsync<T>(
        Outcome<T> done, Typed typed, AgreeProfile agree, FoundAward found, HttpContext http, Func<T, string> next, Func<FoundAward, IReadOnlyList<FieldError>, int, IResult> page)
    {
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(next(done.Value!), SetupPages.Saved));
        if (problem.Refusal.Kind is not (RefusalKind.Unprocessable or RefusalKind.Conflict or RefusalKind.Stale))
            return ProblemPages.Of(problem);
        var now = await agree.FindAsync(found.Programme.Id, found.Award.Id, http.Caller(), http.RequestAborted);
        return now.Value is { } current
            ? page(current, SetupForms.ErrorsOf(problem, typed), problem.Refusal.Kind is RefusalKind.Unprocessable ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict)
            : ProblemPages.Of(now.Problem!);
    }
}

/// <summary>A page that changes one part of an award: GET and POST /programmes/{programme}/setup/awards/{award}/{part}.</summary>
/// <param name="Stored">What stands in the boxes at first.</param>
/// <param name="Read">What the boxes say, as a change of the award.</param>
internal sealed record AwardPartPage<TPage>(
    string Name, AwardPart Part, Func<FoundAward, IEnumerable<KeyValuePair<string, string>>> Stored, Func<FoundAward, Typed, List<FieldError>, Func<Award, Award>> Read)
    where TPage : PortalPage<AwardModel>
{
    /// <summary>The boxes that organisations are named in.</summary>
    public Func<Typed, IEnumerable<string>> OrganisationsIn { get; init; } = _ => [];

    public void Map(IEndpointRouteBuilder pages)
    {
        var route = $"{ProgrammeAddresses.AwardRoute}/{Name}";
        pages.MapMethods(route, PagesFunction.Read, (string programme, string award, AgreeProfile agree, HttpContext http) =>
            AwardPages.ToChangeAsync(programme, award, agree, http, found => Task.FromResult<IResult>(AwardPages.Page<TPage>(found, new Typed(Stored(found)), [], StatusCodes.Status200OK))));
        pages.MapPost(route, (string programme, string award, AgreeProfile agree, SetUpAward setUp, FindOrganisations find, HttpContext http) =>
            AwardPages.ToChangeAsync(programme, award, agree, http, found => ChangeAsync(found, agree, setUp, find, http)));
    }

    private async Task<IResult> ChangeAsync(FoundAward found, AgreeProfile agree, SetUpAward setUp, FindOrganisations find, HttpContext http)
    {
        var (form, errors) = (await http.FormAsync(), new List<FieldError>());
        var sent = form.Typed();
        var (typed, choices) = await OrganisationBoxes.SettleAsync(sent, OrganisationsIn(sent), find, errors, http.RequestAborted);
        var change = Read(found, typed, errors);
        if (errors.Count > 0)
            return PageResult.Of<TPage, AwardModel>(new AwardModel(found.Programme, found, typed, errors) { Choices = choices }, StatusCodes.Status422UnprocessableEntity);
        var done = await setUp.ChangeAsync(found.Programme.Id, found.Award.Id, form.Version(), Part, change, http.Caller(), http.RequestAborted);
        return await AwardPages.AfterAsync(
            done, typed, agree, found, http, award => ProgrammeAddresses.Award(award.Programme, award.Id), (now, wrong, status) => AwardPages.Page<TPage>(now, typed, wrong, status));
    }
}
