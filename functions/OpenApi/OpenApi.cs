using Microsoft.OpenApi;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/openapi.json: what the API takes and gives, made from the endpoints themselves.</summary>
internal static class OpenApiFunction
{
    public const string Route = "api/openapi.json";

    private const string Document = "v1";
    private const string AccessToken = "accessToken";

    public static void AddServices(IServiceCollection services) =>
        services.AddOpenApi(Document, options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Monitoring Returns";
            document.Info.Version = Document;
            document.Info.Description = "Returns that charities file once for all their funders, and the consolidated reports made from them. Every refusal is a problem (RFC 9457) with a stable code.";
            AskForTokens(document);
            return Task.CompletedTask;
        }));

    public static void Map(IEndpointRouteBuilder app) => app.MapOpenApi(Route).ExcludeFromDescription().AllowAnonymous();

    private static void AskForTokens(OpenApiDocument document)
    {
        document.AddComponent(AccessToken, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An access token of the portal's sign-in provider, by client credentials. What a program may do is given to it by an organisation; the header X-Organisation says for which one it acts.",
        });
        foreach (var (_, item) in document.Paths.Where(path => path.Key != "/" + HealthFunction.Route))
            foreach (var (_, operation) in item.Operations ?? [])
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(AccessToken, document)] = [] }];
                operation.Responses ??= [];
                operation.Responses.TryAdd("401", new OpenApiResponse { Description = "No access token, or one that is not accepted" });
                operation.Responses.TryAdd("429", new OpenApiResponse { Description = "Too many requests in a minute; Retry-After says when to come again" });
            }
    }
}
