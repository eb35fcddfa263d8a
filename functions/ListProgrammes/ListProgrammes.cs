using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes</summary>
internal static class ListProgrammesFunction
{
    public const string Route = "api/v1/programmes";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListProgrammes").WithSummary("The programmes, by id")
            .Produces<ProgrammeListAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string? after, string? size, IProgrammeStore programmes, CancellationToken cancellation)
    {
        var wanted = Paging.Size(size);
        if (wanted.Problem is { } bad)
            return ProblemAnswers.Of(bad);
        if (after is not null && !Identifier.TryParse<ProgrammeId>(after, out _))
            return ProblemAnswers.Of(Paging.BadAfter);
        var page = await programmes.ListAsync(after, wanted.Value, cancellation);
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
