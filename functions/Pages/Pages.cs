using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>Every other address: the front page, and a problem for what is not there. The host pings <c>/</c>, so it touches nothing.</summary>
internal static class PagesFunction
{
    public const string Route = "{*path}";

    private static readonly string Front = ReadFront();

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/", ["GET", "HEAD"], () => TypedResults.Text(Front, "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapMethods(Route, ["GET", "HEAD", "POST"], () => ProblemAnswers.Of(RouteIds.NotFound)).ExcludeFromDescription();
    }

    private static string ReadFront()
    {
        using var page = new StreamReader(typeof(PagesFunction).Assembly.GetManifestResourceStream("front.html")!);
        return page.ReadToEnd();
    }
}
