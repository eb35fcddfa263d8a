using System.Globalization;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Pages.Programmes.Setup.Awards;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>GET, POST /programmes/{programme}/setup/awards/{award}/profile/change and …/profile/changes/{number}: for both sides.</summary>
internal static class ProfileEndpoint
{
    private const string Propose = ProgrammeAddresses.AwardRoute + "/profile/change";
    private const string Proposal = ProgrammeAddresses.AwardRoute + "/profile/changes/{number}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Propose, PagesFunction.Read, (string programme, string award, AgreeProfile agree, HttpContext http) => OfSidesAsync(programme, award, agree, http, found => Task.FromResult(
            found.IsEntered
                ? new SeeOther(ProgrammeAddresses.Award(found.Programme.Id, found.Award.Id))
                : (IResult)AwardPages.Page<ProposePage>(found, new Typed(AwardParts.ProfileBoxes(found)), [], StatusCodes.Status200OK))));
        pages.MapPost(Propose, (string programme, string award, AgreeProfile agree, HttpContext http) => OfSidesAsync(programme, award, agree, http, found => ProposeAsync(found, agree, http)));
        pages.MapMethods(Proposal, PagesFunction.Read, (string programme, string award, string number, string? done, AgreeProfile agree, HttpContext http) => AwardPages.OfAsync(programme, award, agree, http, found =>
            Task.FromResult(Page(found, number, Typed.Nothing, [], StatusCodes.Status200OK, done == SetupPages.Saved))));
        pages.MapPost(Proposal, (string programme, string award, string number, AgreeProfile agree, HttpContext http) => OfSidesAsync(programme, award, agree, http, found => AnswerAsync(found, number, agree, http)));
    }

    private static Task<IResult> OfSidesAsync(string programme, string award, AgreeProfile agree, HttpContext http, Func<FoundAward, Task<IResult>> page) =>
        AwardPages.OfAsync(programme, award, agree, http, found => found.Access.ProfileSide is not null ? page(found) : Task.FromResult<IResult>(ProblemPages.Of(found.Access.WhyNot(AgreeProfile.WhoMay))));

    private static IResult Page(FoundAward found, string number, Typed typed, IReadOnlyList<FieldError> errors, int status, bool done = false) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && found.Proposals.FirstOrDefault(one => one.Number == wanted) is { } proposal
            ? PageResult.Of<ProposalPage, ProposalModel>(new ProposalModel(found, proposal, typed, errors, done), status)
            : ProblemPages.NotFound;

    private static async Task<IResult> ProposeAsync(FoundAward found, AgreeProfile agree, HttpContext http)
    {
        var form = await http.FormAsync();
        var (typed, errors) = (form.Typed(), new List<FieldError>());
        var wanted = AwardParts.Profiles(found, typed, errors);
        if (errors.Count > 0)
            return AwardPages.Page<ProposePage>(found, typed, errors, StatusCodes.Status422UnprocessableEntity);
        int? over = int.TryParse(typed.Text("over"), NumberStyles.None, CultureInfo.InvariantCulture, out var open) ? open : null;
        var done = await agree.ProposeAsync(found.Programme.Id, found.Award.Id, form.Version(), over, wanted, typed.Text("reason"), http.Caller(), http.RequestAborted);
        return await AwardPages.AfterAsync(
            done, typed, agree, found, http, proposal => ProgrammeAddresses.Proposal(proposal.Programme, proposal.Award, proposal.Number), (now, wrong, status) => AwardPages.Page<ProposePage>(now, typed, wrong, status));
    }

    private static async Task<IResult> AnswerAsync(FoundAward found, string number, AgreeProfile agree, HttpContext http)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
            return ProblemPages.NotFound;
        var typed = (await http.FormAsync()).Typed();
        var done = await agree.AnswerAsync(found.Programme.Id, found.Award.Id, wanted, typed.Text("answer") == "agree", typed.Text("words"), http.Caller(), http.RequestAborted);
        return await AwardPages.AfterAsync(
            done, typed, agree, found, http, proposal => ProgrammeAddresses.Proposal(proposal.Programme, proposal.Award, proposal.Number), (now, wrong, status) => Page(now, number, typed, wrong, status));
    }
}
