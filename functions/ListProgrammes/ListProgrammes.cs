using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes</summary>
internal static class ListProgrammesFunction
{
    public const string Route = "api/v1/programmes";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListProgrammes").WithSummary("The programmes that the caller's organisations have a part in, by id")
            .Produces<ProgrammeListAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string? after, string? size, ListProgrammes list, HttpContext http, CancellationToken cancellation)
    {
        var wanted = Paging.Size(size);
        if (wanted.Problem is { } bad)
            return ProblemAnswers.Of(bad);
        ProgrammeId? afterProgramme = null;
        if (after is not null)
        {
            if (!Identifier.TryParse<ProgrammeId>(after, out var parsed))
                return ProblemAnswers.Of(Paging.BadAfter);
            afterProgramme = parsed;
        }
        var page = await list.RunAsync(afterProgramme, wanted.Value, http.Caller(), cancellation);
        return TypedResults.Json(
            new ProgrammeListAnswer(
                [.. page.Items.Select(programme => new ProgrammeListed(
                    programme.Id.Value, programme.Name, programme.LeadFunder.Id.Value, programme.LeadFunder.Name, $"/{Route}/{programme.Id}/periods"))],
                page.Continuation is { } next ? $"/{Route}?after={next}&size={wanted.Value}" : null),
            ApiJson.Default.ProgrammeListAnswer);
    }
}

/// <param name="Next">The next page; absent on the last.</param>
internal sealed record ProgrammeListAnswer(IReadOnlyList<ProgrammeListed> Programmes, string? Next);

internal sealed record ProgrammeListed(string Programme, string Name, string LeadFunder, string LeadFunderName, string Periods);
