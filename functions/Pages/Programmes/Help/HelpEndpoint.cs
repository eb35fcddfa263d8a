using System.Globalization;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Returns;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Help;

namespace MonitoringReturns.Functions.Pages.Programmes.Help;

/// <summary>GET /help-asked; GET, POST /programmes/{programme}/{period}/returns/{award}/help</summary>
internal static class HelpEndpoint
{
    private const string Route = ProgrammeAddresses.ReturnRoute + "/help";

    /// <summary>More than is taken, so that a person who wrote too much still has all of it.</summary>
    private const int MostShown = 20_000;

    private const int MostAfter = 200;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ProgrammeAddresses.Help, PagesFunction.Read, ListAsync);
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string period, string award, string? done, ReadHelp read, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => ShowAsync(key, done, read, http)));
        pages.MapPost(Route, (string programme, string period, string award, AnswerHelp answer, ReadHelp read, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => AnswerAsync(key, answer, read, http)));
    }

    private static async Task<IResult> ListAsync(string? after, ReadHelp read, HttpContext http, CancellationToken cancellation)
    {
        var last = after is { Length: > 0 and <= MostAfter } ? after : null;
        return PageResult.Of<HelpListPage, HelpListModel>(new HelpListModel(await read.ListAsync(last, http.Caller(), cancellation), last is null));
    }

    private static async Task<IResult> ShowAsync(ReturnKey key, string? done, ReadHelp read, HttpContext http)
    {
        var found = await read.RunAsync(key, http.Caller(), http.RequestAborted);
        return found.Value is { } help ? PageResult.Of<HelpPage, HelpModel>(new HelpModel(help, null, null, [], done)) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> AnswerAsync(ReturnKey key, AnswerHelp answer, ReadHelp read, HttpContext http)
    {
        var form = await http.FormAsync();
        var (typed, chosen) = (form["words"].ToString(), form.Text("standing"));
        typed = typed.Length <= MostShown ? typed : typed[..MostShown];
        var seen = int.TryParse(form.Text("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        HelpStanding? standing = Enum.TryParse<HelpStanding>(chosen, out var known) && Enum.IsDefined(known) ? known : null;
        var done = await answer.RunAsync(key, seen, standing, typed, http.Caller(), http.RequestAborted);
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(ProgrammeAddresses.HelpOf(key), HelpModel.Answered));
        var found = await read.RunAsync(key, http.Caller(), http.RequestAborted);
        return found.Value is { } help
            ? problem.Told((errors, status) => PageResult.Of<HelpPage, HelpModel>(new HelpModel(help, chosen, typed, errors, null), status))
            : ProblemPages.Of(found.Problem!);
    }
}
