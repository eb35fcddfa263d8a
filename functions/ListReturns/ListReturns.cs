using MonitoringReturns.Core;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/returns?programme=&amp;period=&amp;status=</summary>
internal static class ListReturnsFunction
{
    public const string Route = "api/v1/returns";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListReturns").WithSummary("The returns of a programme's period by award, started or not")
            .Produces<ReturnListAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(
        string? programme, string? period, string? status, string? after, string? size, ListReturns list, HttpContext http, CancellationToken cancellation)
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

        var found = await list.RunAsync(programmeId, periodId, wantedStatus, afterAward, wantedSize.Value, http.Caller(), cancellation);
        if (found.Value is not { } page)
            return ProblemAnswers.Of(found.Problem!);
        var filter = wantedStatus is { } only ? $"&status={only}" : "";
        return TypedResults.Json(
            new ReturnListAnswer(
                [.. page.Items.Select(listed => new ReturnListed(
                    listed.Award.Id.Value, listed.Award.Provider.Id.Value, listed.Award.Provider.Name, listed.Award.Project, listed.Header.Status.ToString(),
                    listed.Header.Revision, listed.Header.SubmittedAt, listed.Late, $"/{Route}/{listed.Header.Key}"))],
                page.Continuation is { } next ? $"/{Route}?programme={programmeId}&period={periodId}{filter}&after={next}&size={wantedSize.Value}" : null),
            ApiJson.Default.ReturnListAnswer);
    }
}

/// <param name="Next">The next page; absent on the last.</param>
internal sealed record ReturnListAnswer(IReadOnlyList<ReturnListed> Returns, string? Next);

/// <param name="Late">The first submission came after the due day.</param>
internal sealed record ReturnListed(
    string Award, string Provider, string ProviderName, string? Project, string Status, int Revision, DateTimeOffset? SubmittedAt, bool Late, string Return);
