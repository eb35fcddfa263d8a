using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
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

/// <summary>GET /programmes/{programme}/setup/awards and …/{award}; GET, POST …/new and …/{award}/end</summary>
internal static class AwardEndpoint
{
    private const string List = ProgrammeAddresses.SetUpRoute + "/awards";
    private const int OnAPage = 50;
    private const int LatestShown = 10;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(List, PagesFunction.Read, (string programme, string? after, ReadSetup read, IProgrammeStore programmes, HttpContext http) => SetupPages.ToReadAsync(programme, read, http, shown => ListAsync(shown, after, programmes, http)));
        pages.MapMethods(List + "/new", PagesFunction.Read, (string programme, ReadSetup read, HttpContext http) => SetupPages.ToChangeAsync(programme, read, http, shown => Task.FromResult(New(shown.Programme, Typed.Nothing, [], StatusCodes.Status200OK))));
        pages.MapPost(List + "/new", (string programme, ReadSetup read, SetUpAward setUp, FindOrganisations find, HttpContext http) => SetupPages.ToChangeAsync(programme, read, http, shown => AddAsync(shown, setUp, find, http)));
        pages.MapMethods(ProgrammeAddresses.AwardRoute, PagesFunction.Read, (string programme, string award, string? done, AgreeProfile agree, ReadSetup read, FormReaders readers, HttpContext http) => AwardPages.OfAsync(programme, award, agree, http, async found =>
            PageResult.Of<AwardPage, AwardOverview>(new AwardOverview(found, await read.LatestAsync(found.Programme.Id, found.Award.Id, LatestShown, found.Access.For, http.RequestAborted), done == SetupPages.Saved)
            {
                Form = await readers.OfAwardAsync(found.Programme, found.Award, http.RequestAborted),
            })));
        pages.MapMethods(ProgrammeAddresses.AwardRoute + "/end", PagesFunction.Read, (string programme, string award, AgreeProfile agree, HttpContext http) => AwardPages.ToChangeAsync(programme, award, agree, http, found => Task.FromResult<IResult>(
            AwardPages.Page<EndPage>(found, new Typed([.. Typed.Of("on", found.Award.EndedOn), new("reason", found.Award.EndedBecause ?? "")]), [], StatusCodes.Status200OK))));
        pages.MapPost(ProgrammeAddresses.AwardRoute + "/end", (string programme, string award, AgreeProfile agree, SetUpAward setUp, HttpContext http) => AwardPages.ToChangeAsync(programme, award, agree, http, found => EndAsync(found, agree, setUp, http)));
    }

    private static IResult New(Programme programme, Typed typed, IReadOnlyList<FieldError> errors, int status) => PageResult.Of<NewAwardPage, AwardModel>(new AwardModel(programme, null, typed, errors), status);

    private static async Task<IResult> ListAsync(ShownSetup shown, string? after, IProgrammeStore programmes, HttpContext http)
    {
        if (after is not null && !Identifier.TryParse<AwardId>(after, out _))
            return ProblemPages.NotFound;
        var page = await programmes.ListAwardsAsync(shown.Programme.Id, after, OnAPage, http.RequestAborted);
        return PageResult.Of<AwardListPage, AwardListModel>(new AwardListModel(
            shown, [.. page.Items.Where(shown.Access.Lists)], page.Continuation is { } next ? $"{ProgrammeAddresses.SetUp(shown.Programme.Id, "awards")}?after={next}" : null, after is null));
    }

    private static async Task<IResult> AddAsync(ShownSetup shown, SetUpAward setUp, FindOrganisations find, HttpContext http)
    {
        var form = await http.FormAsync();
        var (errors, programme) = (new List<FieldError>(), shown.Programme);
        var (typed, choices) = await OrganisationBoxes.SettleAsync(form.Typed(), ["provider"], find, errors, http.RequestAborted);
        if (!Identifier.TryParse<AwardId>(typed.Text("id"), out var id) || id.Value == "new")
            errors.Add(new FieldError("Enter a short name of letters, digits and hyphens, such as award-017.", "id"));
        var named = typed.Text("provider-name");
        if (typed.Text("provider").Length == 0 && named.Length == 0)
            errors.Add(new FieldError("Enter the provider’s name or identifier, or the name of a group that is on no register.", "provider"));
        if (typed.Text("provider").Length > 0 && named.Length > 0)
            errors.Add(new FieldError("Enter the provider or the name of a new group, not both.", "provider-name"));
        var change = AwardParts.Detailed(programme, typed, errors);
        if (errors.Count > 0)
            return PageResult.Of<NewAwardPage, AwardModel>(new AwardModel(programme, null, typed, errors) { Choices = choices }, StatusCodes.Status422UnprocessableEntity);
        // What the portal can't take is told before a group is added for it.
        var none = new Award { Id = id, Programme = programme.Id, Provider = programme.LeadFunder, Amount = 0, Start = default, End = default };
        var award = change(none);
        if (named.Length > 0)
        {
            if (setUp.Judge(award, programme) is { Count: > 0 } findings)
                return Again(new(Core.Problems.Catalogue.SetupNotUsable, "") { Findings = findings });
            var added = await setUp.AddProviderAsync(programme.Id, named, http.Caller(), http.RequestAborted);
            if (added.Value is not { } provider)
                return Again(added.Problem!);
            award = award with { Provider = provider };
            typed = new Typed([.. form.Keys.Where(name => name is not ("provider" or "provider-name")).Select(name => KeyValuePair.Create(name, form.Text(name))), new("provider", provider.Id.Value)]);
        }
        var done = await setUp.AddAsync(award, http.Caller(), http.RequestAborted);
        return done.Value is { } stored ? new SeeOther(DoneWords.At(ProgrammeAddresses.Award(programme.Id, stored.Id), SetupPages.Saved)) : Again(done.Problem!);

        IResult Again(Core.Problems.Problem problem) => problem.Told((_, status) => New(programme, typed, SetupForms.ErrorsOf(problem, typed), status));
    }

    private static async Task<IResult> EndAsync(FoundAward found, AgreeProfile agree, SetUpAward setUp, HttpContext http)
    {
        var form = await http.FormAsync();
        var (typed, errors) = (form.Typed(), new List<FieldError>());
        var on = typed.Date("on").IsEmpty && found.Award.EndedOn is not null ? (DateOnly?)null : typed.Day("on", "the last day", errors);
        if (errors.Count > 0)
            return AwardPages.Page<EndPage>(found, typed, errors, StatusCodes.Status422UnprocessableEntity);
        var done = await setUp.EndAsync(found.Programme.Id, found.Award.Id, form.Version(), on, typed.Text("reason"), http.Caller(), http.RequestAborted);
        return await AwardPages.AfterAsync(
            done, typed, agree, found, http, award => ProgrammeAddresses.Award(award.Programme, award.Id), (now, wrong, status) => AwardPages.Page<EndPage>(now, typed, wrong, status));
    }
}
