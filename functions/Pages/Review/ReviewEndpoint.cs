using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
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

    private static async Task<IResult> ShowAsync(string programme, string award, ReviewAward review, ReadOrganisation organisations, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!(Identifier.TryParse<ProgrammeId>(programme, out var programmeId) & Identifier.TryParse<AwardId>(award, out var awardId)))
            return ProblemPages.NotFound;
        var found = await review.RunAsync(programmeId, awardId, http.Caller(), cancellation);
        if (found.Value is not { } whole)
            return ProblemPages.Of(found.Problem!);
        var provider = await organisations.ProviderAsync(programmeId, awardId, http.Caller(), cancellation);
        return PageResult.Of<ReviewPage, ReviewModel>(new ReviewModel(whole, provider.Value?.Accreditations ?? [], UkTime.DayOf(clock.GetUtcNow())));
    }
}
