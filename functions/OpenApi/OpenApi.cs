namespace MonitoringReturns.Functions;

/// <summary>GET /api/openapi.json: what the API takes and gives, made from the endpoints themselves.</summary>
internal static class OpenApiFunction
{
    public const string Route = "api/openapi.json";

    private const string Document = "v1";

    public static void AddServices(IServiceCollection services) =>
        services.AddOpenApi(Document, options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Monitoring Returns";
            document.Info.Version = Document;
            document.Info.Description = "Returns that charities file once for all their funders, and the consolidated reports made from them. Every refusal is a problem (RFC 9457) with a stable code.";
            return Task.CompletedTask;
        }));

    public static void Map(IEndpointRouteBuilder app) => app.MapOpenApi(Route).AllowAnonymous().ExcludeFromDescription();
}
