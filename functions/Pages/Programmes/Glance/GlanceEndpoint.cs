using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Glance;

namespace MonitoringReturns.Functions.Pages.Programmes.Glance;

/// <summary>GET /programmes/{programme}/{period}, and …/returns and …/indicators/{indicator}, the lists behind its numbers.</summary>
internal static class GlanceEndpoint
{
    private const int ReturnsOnAPage = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ProgrammeAddresses.PeriodRoute, PagesFunction.Read, ShowAsync);
        pages.MapMethods(ProgrammeAddresses.PeriodRoute + "/returns", PagesFunction.Read, ReturnsAsync);
        pages.MapMethods(ProgrammeAddresses.PeriodRoute + "/indicators/{indicator}", PagesFunction.Read, IndicatorAsync);
    }

    private static async Task<IResult> ShowAsync(string programme, string period, GlanceAtPeriod glance, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId))
            return ProblemPages.NotFound;
        var found = await glance.RunAsync(programmeId, periodId, http.Caller(), cancellation);
        return found.Value is { } whole ? PageResult.Of<GlancePage, GlanceModel>(new GlanceModel(whole, clock.GetUtcNow())) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> ReturnsAsync(
        string programme, string period, string? status, string? after, ListReturns list, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId))
            return ProblemPages.NotFound;
        var (shown, last) = (ShownReturns.Of(status), AwardIn(after));
        var found = await list.OfPeriodAsync(programmeId, periodId, shown, last, ReturnsOnAPage, http.Caller(), cancellation);
        return found.Value is { } page
            ? PageResult.Of<ReturnListPage, ReturnListModel>(new ReturnListModel(page, shown, UkTime.DayOf(clock.GetUtcNow()), last is null))
            : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> IndicatorAsync(
        string programme, string period, string indicator, string? after, ReturnsBehindFigure behind, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId) || !Identifier.TryParse<IndicatorId>(indicator, out var indicatorId))
            return ProblemPages.NotFound;
        var last = AwardIn(after);
        var found = await behind.RunAsync(programmeId, periodId, indicatorId, last, http.Caller(), cancellation);
        return found.Value is { } page ? PageResult.Of<IndicatorPage, IndicatorModel>(new IndicatorModel(page, last is null)) : ProblemPages.Of(found.Problem!);
    }

    private static AwardId? AwardIn(string? after) => Identifier.TryParse<AwardId>(after ?? "", out var award) ? award : null;
}
