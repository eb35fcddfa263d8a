using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Papers;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Papers;

namespace MonitoringReturns.Functions.Pages.Programmes.Papers;

/// <summary>
/// GET /programmes/{programme}/{period}/paper, …/paper/funders, …/paper/funders/{funder}, …/trend, …/shares and …/reporting-time: a period's report as people put it before a
/// committee; GET /shares and /reporting-time: what a funder's money did, and what its monitoring takes, over all of its programmes.
/// </summary>
internal static class PapersEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ProgrammeAddresses.PaperRoute, PagesFunction.Read, PaperAsync);
        pages.MapMethods(ProgrammeAddresses.PaperRoute + "/funders", PagesFunction.Read, FundersAsync);
        pages.MapMethods(ProgrammeAddresses.PaperRoute + "/funders/{funder}", PagesFunction.Read, FunderAsync);
        pages.MapMethods(ProgrammeAddresses.PeriodRoute + "/trend", PagesFunction.Read, TrendAsync);
        pages.MapMethods(ProgrammeAddresses.PeriodRoute + "/shares", PagesFunction.Read, SharesAsync);
        pages.MapMethods(ProgrammeAddresses.PeriodRoute + "/reporting-time", PagesFunction.Read, TimeAsync);
        pages.MapMethods(ProgrammeAddresses.OwnShares, PagesFunction.Read, OwnSharesAsync);
        pages.MapMethods(ProgrammeAddresses.OwnReportingTime, PagesFunction.Read, OwnTimeAsync);
    }

    private static Task<IResult> PaperAsync(string programme, string period, string? from, ReadPaper read, HttpContext http, CancellationToken cancellation) =>
        PageAsync<CommitteePaper, PaperPage, PaperModel>(programme, period, (programmeId, periodId) => read.RunAsync(programmeId, periodId, PlaceIn(from), http.Caller(), cancellation), paper => new PaperModel(paper));

    private static Task<IResult> FundersAsync(string programme, string period, string? from, ReadPaper read, HttpContext http, CancellationToken cancellation) =>
        PageAsync<FunderPapers, FunderPapersPage, FunderPapersModel>(programme, period, (programmeId, periodId) => read.OfFundersAsync(programmeId, periodId, PlaceIn(from), http.Caller(), cancellation), papers => new FunderPapersModel(papers));

    private static Task<IResult> FunderAsync(string programme, string period, string funder, ReadPaper read, HttpContext http, CancellationToken cancellation) =>
        OrganisationId.TryParse(funder, out var id)
            ? PageAsync<FunderPaper, FunderPaperPage, FunderPaperModel>(programme, period, (programmeId, periodId) => read.OfFunderAsync(programmeId, periodId, id, http.Caller(), cancellation), paper => new FunderPaperModel(paper))
            : Task.FromResult<IResult>(ProblemPages.NotFound);

    private static Task<IResult> TrendAsync(string programme, string period, string? charts, string? from, ReadTrend read, HttpContext http, CancellationToken cancellation) =>
        PageAsync<TrendOfProgramme, TrendPage, TrendModel>(programme, period, (programmeId, periodId) => read.RunAsync(programmeId, periodId, PlaceIn(from), http.Caller(), cancellation), trend => new TrendModel(trend, PlaceIn(charts)));

    private static Task<IResult> SharesAsync(string programme, string period, string? from, ReadShares read, HttpContext http, CancellationToken cancellation) =>
        PageAsync<SharesOfPeriod, SharesPage, SharesModel>(programme, period, (programmeId, periodId) => read.RunAsync(programmeId, periodId, PlaceIn(from), http.Caller(), cancellation), shares => new SharesModel(shares));

    private static Task<IResult> TimeAsync(string programme, string period, string? from, string? after, ReadReportingTime read, HttpContext http, CancellationToken cancellation)
    {
        AwardId? last = Identifier.TryParse<AwardId>(after ?? "", out var award) ? award : null;
        return PageAsync<ReportingTime, TimePage, TimeModel>(
            programme, period, (programmeId, periodId) => read.RunAsync(programmeId, periodId, PlaceIn(from), last, http.Caller(), cancellation), time => new TimeModel(time, PlaceIn(from), last));
    }

    private static async Task<IResult> OwnSharesAsync(string? after, ReadShares read, HttpContext http, CancellationToken cancellation)
    {
        ProgrammeId? last = Identifier.TryParse<ProgrammeId>(after ?? "", out var programme) ? programme : null;
        return PageResult.Of<OwnSharesPage, OwnSharesModel>(new OwnSharesModel(await read.OwnAsync(last, http.Caller(), cancellation), last is null));
    }

    private static async Task<IResult> OwnTimeAsync(string? after, ReadReportingTime read, HttpContext http, CancellationToken cancellation)
    {
        ProgrammeId? last = Identifier.TryParse<ProgrammeId>(after ?? "", out var programme) ? programme : null;
        return PageResult.Of<OwnTimePage, OwnTimeModel>(new OwnTimeModel(await read.OwnAsync(last, http.Caller(), cancellation), last is null));
    }

    private static async Task<IResult> PageAsync<TFound, TPage, TModel>(string programme, string period, Func<ProgrammeId, PeriodId, Task<Outcome<TFound>>> find, Func<TFound, TModel> model)
        where TFound : class
        where TPage : PortalPage<TModel>
        where TModel : class
    {
        if (!RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId))
            return ProblemPages.NotFound;
        var found = await find(programmeId, periodId);
        return found.Value is { } whole ? PageResult.Of<TPage, TModel>(model(whole)) : ProblemPages.Of(found.Problem!);
    }

    /// <summary>A place in a list, as an address has it; the first for anything else.</summary>
    private static int PlaceIn(string? from) => int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
}
