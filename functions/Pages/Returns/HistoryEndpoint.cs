using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.History;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Past;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET /history/{programme}/{award}, its template and trend; POST …/{period}/delete</summary>
internal static class HistoryEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ReturnAddresses.HistoryRoute, PagesFunction.Read, ShowAsync);
        pages.MapMethods(ReturnAddresses.HistoryRoute + "/template.csv", PagesFunction.Read, TemplateAsync);
        pages.MapMethods(ReturnAddresses.HistoryRoute + "/trend", PagesFunction.Read, TrendAsync);
        pages.MapPost(ReturnAddresses.HistoryRoute + "/{period}/delete", DeleteAsync);
    }

    public static bool TryRead(string programme, string award, out ProgrammeId programmeId, out AwardId awardId) =>
        Identifier.TryParse(programme, out programmeId) & Identifier.TryParse(award, out awardId);

    private static async Task<IResult> ShowAsync(string programme, string award, string? done, KeepHistory history, HttpContext http, CancellationToken cancellation)
    {
        if (!TryRead(programme, award, out var programmeId, out var awardId))
            return ProblemPages.NotFound;
        var found = await history.FindAsync(programmeId, awardId, http.Caller(), cancellation);
        return found.Value is { } current ? PageResult.Of<HistoryPage, HistoryModel>(new HistoryModel(current, done)) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> TemplateAsync(string programme, string award, KeepHistory history, HttpContext http, CancellationToken cancellation)
    {
        if (!TryRead(programme, award, out var programmeId, out var awardId))
            return ProblemPages.NotFound;
        var found = await history.FindAsync(programmeId, awardId, http.Caller(), cancellation);
        return found.Value is { } current
            ? TypedResults.Bytes(Encoding.UTF8.GetBytes(PastTemplate.Write(current)), "text/csv; charset=utf-8", $"{programmeId}-{awardId}-past-return.csv")
            : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> TrendAsync(string programme, string award, int? line, FindTrend trend, HttpContext http, CancellationToken cancellation)
    {
        if (!TryRead(programme, award, out var programmeId, out var awardId))
            return ProblemPages.NotFound;
        var found = await trend.RunAsync(programmeId, awardId, http.Caller(), cancellation);
        return found.Value is { } current
            ? PageResult.Of<TrendPage, TrendModel>(new TrendModel(current, Math.Clamp(line ?? 0, 0, Math.Max(0, current.Lines.Count - 1))))
            : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> DeleteAsync(string programme, string award, string period, KeepHistory history, HttpContext http, CancellationToken cancellation)
    {
        if (!TryRead(programme, award, out var programmeId, out var awardId) || !Identifier.TryParse<PeriodId>(period, out var periodId))
            return ProblemPages.NotFound;
        var deleted = await history.DeleteAsync(programmeId, awardId, periodId, http.Caller(), cancellation);
        return deleted.Problem is { } refused ? ProblemPages.Of(refused) : new SeeOther(DoneWords.At(ReturnAddresses.History(programmeId, awardId), HistoryModel.Deleted));
    }
}
