using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/providers/{provider}/returns</summary>
internal static class ListProviderReturnsFunction
{
    public const string Route = "api/v1/providers/{provider}/returns";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListProviderReturns").WithSummary("The returns that a provider has started, over all programmes; seconds behind the returns themselves")
            .Produces<ProviderReturnListAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string provider, string? after, string? size, IPointerStore pointers, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(provider, out var id) || !(await http.Caller().RolesInAsync(id, cancellation)).HasAny(RoleRules.OfProviders))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var wanted = Paging.Size(size);
        if (wanted.Problem is { } bad)
            return ProblemAnswers.Of(bad);
        if (after is not null && !IsKey(after))
            return ProblemAnswers.Of(Paging.BadAfter);
        var page = await pointers.ListAsync(id, after, wanted.Value, cancellation);
        return TypedResults.Json(
            new ProviderReturnListAnswer(
                [.. page.Items.Select(pointer => new ProviderReturnListed(
                    pointer.Key.Programme.Value, pointer.Key.Period.Value, pointer.Key.Award.Value, pointer.Status.ToString(), pointer.Revision,
                    $"/{ListReturnsFunction.Route}/{pointer.Key}"))],
                page.Continuation is { } next ? $"/api/v1/providers/{id}/returns?after={Uri.EscapeDataString(next)}&size={wanted.Value}" : null),
            ApiJson.Default.ProviderReturnListAnswer);
    }

    private static bool IsKey(string after) =>
        after.Split('|') is [var programme, var period, var award] && RouteIds.TryReturn(programme, period, award, out _);
}

/// <param name="Next">The next page; absent on the last.</param>
internal sealed record ProviderReturnListAnswer(IReadOnlyList<ProviderReturnListed> Returns, string? Next);

internal sealed record ProviderReturnListed(string Programme, string Period, string Award, string Status, int Revision, string Return);
