using System.Globalization;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Downloads;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Reports;

namespace MonitoringReturns.Functions.Pages.Programmes.Reports;

/// <summary>
/// GET, POST /programmes/{programme}/reports/{from}/{to}: one report, and having it made; GET …/revisions: what it was made from; GET, POST …/since: what
/// changed since.
/// </summary>
internal static class ReportEndpoint
{
    private const string Seen = "seen";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ProgrammeAddresses.ReportRoute, PagesFunction.Read, ShowAsync);
        pages.MapPost(ProgrammeAddresses.ReportRoute, AskAsync);
        pages.MapMethods(ProgrammeAddresses.ReportRoute + "/revisions", PagesFunction.Read, RevisionsAsync);
        pages.MapMethods(ProgrammeAddresses.ReportRoute + "/since", PagesFunction.Read, SinceAsync);
        pages.MapPost(ProgrammeAddresses.ReportRoute + "/since", SeenAsync);
    }

    private static async Task<IResult> ShowAsync(string programme, string from, string to, string? before, ReadReport read, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!TryName(programme, from, to, http, out var named, out var cut))
            return ProblemPages.NotFound;
        long? last = CutIn(before);
        var found = await read.RunAsync(named, cut, last, http.Caller(), cancellation);
        return found.Value is { } report ? PageResult.Of<ReportPage, ReportModel>(new ReportModel(report, clock.GetUtcNow(), last is null)) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> AskAsync(string programme, string from, string to, AskForReport ask, HttpContext http, CancellationToken cancellation)
    {
        if (!TryName(programme, from, to, http, out var named, out _))
            return ProblemPages.NotFound;
        var asked = await ask.RunAsync(named, http.Caller(), cancellation);
        return asked.Value is { } report ? new SeeOther(ProgrammeAddresses.Report(report.State.Key)) : ProblemPages.Of(asked.Problem!);
    }

    private static async Task<IResult> RevisionsAsync(string programme, string from, string to, string? page, RevisionsUsed used, HttpContext http, CancellationToken cancellation)
    {
        if (!TryName(programme, from, to, http, out var named, out var cut))
            return ProblemPages.NotFound;
        var found = await used.RunAsync(named, cut, ReportsEndpoint.PageIn(page), http.Caller(), cancellation);
        return found.Value is { } returns ? PageResult.Of<UsedPage, UsedModel>(new UsedModel(returns)) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> SinceAsync(string programme, string from, string to, string? page, string? done, RestatedSince since, HttpContext http, CancellationToken cancellation)
    {
        if (!TryName(programme, from, to, http, out var named, out var cut))
            return ProblemPages.NotFound;
        var found = await since.RunAsync(named, cut, ReportsEndpoint.PageIn(page), http.Caller(), cancellation);
        return found.Value is { } returns ? PageResult.Of<SincePage, SinceModel>(new SinceModel(returns, done == Seen)) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> SeenAsync(string programme, string from, string to, AskForReport ask, FundersDesk desk, HttpContext http, CancellationToken cancellation)
    {
        if (!TryName(programme, from, to, http, out var named, out var cut))
            return ProblemPages.NotFound;
        var caller = http.Caller();
        var found = await ask.FindAsync(named, caller, cancellation);
        if (found.Problem is { } refused)
            return ProblemPages.Of(refused);
        var form = await http.FormAsync();
        if (caller.ActingFor is not { } funder || !RouteIds.TryReturn(programme, form.Text("period"), form.Text("award"), out var key) || !RouteIds.TryRevision(form.Text("revision"), out var revision))
            return ProblemPages.NotFound;
        var seen = await desk.SeenAsync(funder, key, revision, caller, cancellation);
        if (seen.Problem is { } problem)
            return ProblemPages.Of(problem);
        // Where a newer revision came meanwhile, the page shows that one.
        var address = ProgrammeAddresses.Report(found.Value.Key, "/since", cut);
        return new SeeOther(seen.Value ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={Seen}" : address);
    }

    /// <summary>The report that an address names, and which of its cuts.</summary>
    private static bool TryName(string programme, string from, string to, HttpContext http, out NamedReport named, out long? cut)
    {
        var query = http.Request.Query;
        (named, cut) = (null!, CutIn(query["cut"]));
        OrganisationId? funder = null;
        if (query["funder"].ToString() is { Length: > 0 } reader)
        {
            if (!OrganisationId.TryParse(reader, out var known))
                return false;
            funder = known;
        }
        if (!RouteIds.TryPeriod(programme, from, out var id, out var first) || !RouteIds.TryPeriod(programme, to, out _, out var last)
            || !ReportContent.TryParse(query["of"], out var content) || (cut is null && query["cut"].Count > 0))
            return false;
        named = new NamedReport(id, last, first, last, funder, content);
        return true;
    }

    private static long? CutIn(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cut) ? cut : null;
}
