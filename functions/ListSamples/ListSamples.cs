using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/programmes/{programme}/periods/{period}/samples</summary>
internal static class ListSamplesFunction
{
    public const string Route = ListPeriodsFunction.Route + "/{period}/samples";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListSamples").WithSummary("The samples of a period's returns whose evidence is looked at, for the lead funder; the first first")
            .Produces<SampleListAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, string period, ReadSamples read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryPeriod(programme, period, out var id, out var periodId))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.ListAsync(id, periodId, http.Caller(), cancellation);
        if (found.Value is not { } list)
            return ProblemAnswers.Of(found.Problem!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new SampleListAnswer([.. list.Samples.Select(sample => SampleAnswer.Of(sample))]), ApiJson.Default.SampleListAnswer);
    }
}

internal sealed record SampleListAnswer(IReadOnlyList<SampleAnswer> Samples);

/// <param name="Seed">By which anybody draws the same again; see the method in the documentation.</param>
/// <param name="Population">What it was drawn from; absent in a list.</param>
/// <param name="Checks">What checks came to; absent in a list.</param>
internal sealed record SampleAnswer(
    int Sample, string Asked, string Seed, string PopulationDigest, string Evidence, DateTimeOffset DrawnAt, IReadOnlyList<SampledAnswer> Drawn, IReadOnlyList<SampledAnswer>? Population, IReadOnlyList<CheckAnswer>? Checks)
{
    public static SampleAnswer Of(Sample sample, IReadOnlyList<CheckOutcome>? outcomes = null) => new(
        sample.Number, sample.Asked, sample.Seed, sample.PopulationDigest, sample.Evidence, sample.At, [.. sample.DrawnReturns.Select(SampledAnswer.Of)],
        outcomes is null ? null : [.. sample.Population.Select(SampledAnswer.Of)], outcomes is null ? null : [.. outcomes.Select(CheckAnswer.Of)]);
}

internal sealed record SampledAnswer(string Award, int Revision, string ProviderName, string? Project)
{
    public static SampledAnswer Of(SampledReturn one) => new(one.Award.Value, one.Revision, one.Provider, one.Project);
}

/// <param name="Result">InOrder or NotInOrder.</param>
/// <param name="Version">Whoever notes another outcome says which they had read.</param>
internal sealed record CheckAnswer(string Award, string Result, string Note, DateTimeOffset At, string Version)
{
    public static CheckAnswer Of(CheckOutcome outcome) => new(outcome.Award.Value, outcome.Result.ToString(), outcome.Note, outcome.At, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{outcome.At.UtcTicks}"));
}
