using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/forms/{form}/versions/{version}</summary>
internal static class GetFormVersionFunction
{
    public const string Route = "api/v1/forms/{form}/versions/{version}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("GetFormVersion").WithSummary("A form version's definition, as it was published; it never changes")
            .Produces<string>(200, "application/json").Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string form, string version, IFormStore forms, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<FormId>(form, out var id)
            || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !await http.Caller().HasAnyRoleAsync(cancellation)
            || await forms.GetDocumentAsync(id, number, cancellation) is not { } document)
            return ProblemAnswers.Of(RouteIds.NotFound);
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Bytes(document, "application/json");
    }
}
