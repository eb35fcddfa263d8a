using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.SpotChecks;

namespace MonitoringReturns.Functions.Pages.Programmes.SpotChecks;

/// <summary>GET, POST /programmes/{programme}/{period}/spot-checks; GET …/{number}: samples, and the returns of one.</summary>
internal static class SampleEndpoint
{
    internal const string Route = ProgrammeAddresses.PeriodRoute + "/spot-checks";

    /// <summary>More than is taken, so that a person who wrote too much still has all of it.</summary>
    internal const int MostShown = 20_000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ListAsync);
        pages.MapPost(Route, DrawAsync);
        pages.MapMethods(Route + "/{number}", PagesFunction.Read, ShowAsync);
    }

    private static async Task<IResult> ListAsync(string programme, string period, ReadSamples read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId))
            return ProblemPages.NotFound;
        var found = await read.ListAsync(programmeId, periodId, http.Caller(), cancellation);
        return found.Value is { } samples ? PageResult.Of<SamplesPage, SamplesModel>(new SamplesModel(samples, null, null, [])) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> DrawAsync(string programme, string period, DrawSample draw, ReadSamples read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId))
            return ProblemPages.NotFound;
        var form = await http.FormAsync();
        var (size, typed) = (form.Text("size"), form["evidence"].ToString());
        typed = typed.Length <= MostShown ? typed : typed[..MostShown];
        var seen = int.TryParse(form.Text("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var done = await draw.RunAsync(programmeId, periodId, seen, size, typed, http.Caller(), cancellation);
        if (done.Value is { } sample)
            return new SeeOther(DoneWords.At(ProgrammeAddresses.Sample(programmeId, periodId, sample.Number), SampleModel.Drawn));
        var found = await read.ListAsync(programmeId, periodId, http.Caller(), cancellation);
        return found.Value is { } samples
            ? done.Problem!.Told((errors, status) => PageResult.Of<SamplesPage, SamplesModel>(new SamplesModel(samples, size, typed, errors), status))
            : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> ShowAsync(string programme, string period, string number, string? done, ReadSamples read, HttpContext http, CancellationToken cancellation)
    {
        var found = await FindAsync(programme, period, number, read, http, cancellation);
        return found.Value is { } sample ? PageResult.Of<SamplePage, SampleModel>(new SampleModel(sample, done)) : ProblemPages.Of(found.Problem!);
    }

    internal static async Task<Outcome<CheckedSample>> FindAsync(string programme, string period, string number, ReadSamples read, HttpContext http, CancellationToken cancellation) =>
        RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId) && RouteIds.TryRevision(number, out var sample)
            ? await read.RunAsync(programmeId, periodId, sample, http.Caller(), cancellation)
            : RouteIds.NotFound;
}
