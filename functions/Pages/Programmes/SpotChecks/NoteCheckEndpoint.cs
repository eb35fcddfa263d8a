using System.Globalization;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.SpotChecks;

namespace MonitoringReturns.Functions.Pages.Programmes.SpotChecks;

/// <summary>GET, POST /programmes/{programme}/{period}/spot-checks/{number}/{award}: what the check of a drawn return came to.</summary>
internal static class NoteCheckEndpoint
{
    private const string Route = SampleEndpoint.Route + "/{number}/{award}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(Route, NoteAsync);
    }

    private static async Task<IResult> ShowAsync(string programme, string period, string number, string award, ReadSamples read, HttpContext http, CancellationToken cancellation)
    {
        var found = await SampleEndpoint.FindAsync(programme, period, number, read, http, cancellation);
        if (found.Value is not { } sample)
            return ProblemPages.Of(found.Problem!);
        if (sample.Sample.DrawnReturns.FirstOrDefault(one => one.Award.Value == award) is not { } drawn)
            return ProblemPages.NotFound;
        return sample.Access.MayCheckEvidence
            ? PageResult.Of<CheckPage, CheckModel>(new CheckModel(sample, drawn, null, null, []))
            : ProblemPages.Of(new Core.Problems.Problem(Core.Problems.Catalogue.RoleNeeded, DrawSample.WhoMay));
    }

    private static async Task<IResult> NoteAsync(
        string programme, string period, string number, string award, NoteCheck note, ReadSamples read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryRevision(number, out var sample))
            return ProblemPages.NotFound;
        var form = await http.FormAsync();
        var (chosen, typed) = (form.Text("result"), form["note"].ToString());
        typed = typed.Length <= SampleEndpoint.MostShown ? typed : typed[..SampleEndpoint.MostShown];
        var seen = long.TryParse(form.Text("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : -1;
        CheckResult? result = Enum.TryParse<CheckResult>(chosen, out var known) && Enum.IsDefined(known) ? known : null;
        var done = await note.RunAsync(key, sample, seen, result, typed, http.Caller(), cancellation);
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(ProgrammeAddresses.Sample(key.Programme, key.Period, sample), SampleModel.Noted));
        var found = await SampleEndpoint.FindAsync(programme, period, number, read, http, cancellation);
        return found.Value is { } again && again.Sample.DrawnReturns.FirstOrDefault(one => one.Award == key.Award) is { } drawn
            ? problem.Told((errors, status) => PageResult.Of<CheckPage, CheckModel>(new CheckModel(again, drawn, chosen, typed, errors), status))
            : ProblemPages.Of(found.Problem ?? problem);
    }
}
