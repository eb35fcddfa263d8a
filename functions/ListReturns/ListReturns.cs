using MonitoringReturns.Core;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web.Pages.Programmes.Glance;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns?programme=&amp;period=&amp;status=&amp;standing=</summary>
internal static class ListReturnsFunction
{
    public const string Route = "api/v1/returns";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListReturns").WithSummary("The returns of a programme's period by award, started or not; of a status, or for funders by standing: those behind a number of the period at a glance")
            .Produces<ReturnListAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string? programme, string? period, string? status, string? standing, string? after, string? size, ListReturns list, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme ?? "", period ?? "", out var programmeId, out var periodId))
            return ProblemAnswers.Of(new Problem(Catalogue.BadParameter, "Give programme and period as identifiers."));
        ReturnStatus? wantedStatus = null;
        if (status is not null)
        {
            if (!Enum.TryParse<ReturnStatus>(status, ignoreCase: true, out var parsed) || !char.IsAsciiLetter(status[0]) || status.Contains(','))
                return ProblemAnswers.Of(new Problem(Catalogue.BadParameter, $"Give status as one of {string.Join(", ", Enum.GetNames<ReturnStatus>())}."));
            wantedStatus = parsed;
        }
        var shown = ReturnsShown.All;
        if (standing is not null && (status is not null || (shown = ShownReturns.Of(standing)) == ReturnsShown.All))
            return ProblemAnswers.Of(new Problem(Catalogue.BadParameter, $"Give standing, without status, as one of {string.Join(", ", Enum.GetValues<ReturnsShown>().Where(one => one != ReturnsShown.All).Select(ShownReturns.WordOf))}."));
        AwardId? afterAward = null;
        if (after is not null)
        {
            if (!Identifier.TryParse<AwardId>(after, out var parsed))
                return ProblemAnswers.Of(Paging.BadAfter);
            afterAward = parsed;
        }
        var wantedSize = Paging.Size(size);
        if (wantedSize.Problem is { } bad)
            return ProblemAnswers.Of(bad);

        var found = standing is null
            ? await list.RunAsync(programmeId, periodId, wantedStatus, afterAward, wantedSize.Value, http.Caller(), cancellation)
            : PageIn(await list.OfPeriodAsync(programmeId, periodId, shown, afterAward, wantedSize.Value, http.Caller(), cancellation));
        if (found.Value is not { } page)
            return ProblemAnswers.Of(found.Problem!);
        var filter = wantedStatus is { } only ? $"&status={only}" : standing is not null ? $"&standing={standing}" : "";
        return TypedResults.Json(
            new ReturnListAnswer(
                [.. page.Items.Select(listed => new ReturnListed(
                    listed.Award.Id.Value, listed.Award.Provider.Id.Value, listed.Award.Provider.Name, listed.Award.Project, listed.Standing.Status.ToString(),
                    listed.Standing.Revision, listed.Standing.SubmittedAt, listed.Late, $"/{Route}/{listed.Key}"))],
                page.Continuation is { } next ? $"/{Route}?programme={programmeId}&period={periodId}{filter}&after={next}&size={wantedSize.Value}" : null),
            ApiJson.Default.ReturnListAnswer);
    }

    private static Outcome<PageOf<ListedReturn>> PageIn(Outcome<ReturnsOfPeriod> found) => found.Problem is { } problem ? problem : found.Value!.Page;
}

/// <param name="Next">The next page; absent on the last.</param>
internal sealed record ReturnListAnswer(IReadOnlyList<ReturnListed> Returns, string? Next);

/// <param name="Late">The first submission came after the due day.</param>
internal sealed record ReturnListed(
    string Award, string Provider, string ProviderName, string? Project, string Status, int Revision, DateTimeOffset? SubmittedAt, bool Late, string Return);
