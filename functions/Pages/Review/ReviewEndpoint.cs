using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting.Review;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Meetings;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Review;

namespace MonitoringReturns.Functions.Pages.Review;

/// <summary>GET /meetings/{programme}/{award}/review: the whole award on a page, for both sides.</summary>
internal static class ReviewEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(MeetingAddresses.Route + "/review", PagesFunction.Read, ShowAsync);

    private static async Task<IResult> ShowAsync(string programme, string award, ReviewAward review, HttpContext http, CancellationToken cancellation)
    {
        if (!(Identifier.TryParse<ProgrammeId>(programme, out var programmeId) & Identifier.TryParse<AwardId>(award, out var awardId)))
            return ProblemPages.NotFound;
        var found = await review.RunAsync(programmeId, awardId, http.Caller(), cancellation);
        return found.Value is { } whole ? PageResult.Of<ReviewPage, AwardReview>(whole) : ProblemPages.Of(found.Problem!);
    }
}
