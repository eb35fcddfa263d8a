using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/organisations/{organisation}</summary>
internal static class GetOrganisationFunction
{
    public const string Route = "api/v1/organisations/{organisation}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetOrganisation").WithSummary("What an organisation says of itself, for its members")
            .Produces<OrganisationAnswer>().Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string organisation, ReadOrganisation read, HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(organisation, out var id))
            return ProblemAnswers.Of(RouteIds.NotFound);
        var found = await read.OwnAsync(id, http.Caller(), cancellation);
        return found.Value is { } details ? OrganisationAnswer.Result(details, http) : ProblemAnswers.Of(found.Problem!);
    }
}

/// <param name="Area">That its office is in; absent where not said.</param>
/// <param name="Income">Micro (under £10,000), Small (to £100,000), Medium (to £1m), Large (to £10m) or Major; absent where not said.</param>
internal sealed record OrganisationAnswer(string Organisation, string Name, string Kind, string? Income, AreaAnswer? Area, IReadOnlyList<AccreditationAnswer> Accreditations)
{
    public static IResult Result(Organisation details, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var today = UkTime.DayOf(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        return TypedResults.Json(
            new OrganisationAnswer(
                details.Id.Value, details.Name, details.Kind.ToString(), details.Income?.ToString(), details.Area is { } area ? new AreaAnswer(area.Code.Value, area.Name) : null,
                [.. details.Accreditations.Select(one => new AccreditationAnswer(one.Name, one.Number, one.Expires, one.IsCurrentOn(today)))]),
            ApiJson.Default.OrganisationAnswer);
    }
}

/// <param name="Expires">Its last day; absent where it doesn't expire.</param>
internal sealed record AccreditationAnswer(string Name, string? Number, DateOnly? Expires, bool Current);

/// <param name="Code">Of the Office for National Statistics, such as E09000012.</param>
internal sealed record AreaAnswer(string Code, string Name);
