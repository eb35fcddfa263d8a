using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Host;

/// <summary>The host's web side: takes requests on localhost and lets only declared routes and methods through.</summary>
internal static class HttpFront
{
    private const long LargestBody = 100L * 1024 * 1024;

    public static async Task<WebApplication> StartAsync(AppFolder app, int port, RequestDelegate forward, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            // The real host's balancer does not give up on slow clients either.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.ListenLocalhost(port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EndsWithItsOwner>();
        var front = builder.Build();
        front.Use(RefusePlatformPathsAsync);
        front.UseRouting();
        // Routing would answer 405 where only the method is wrong; the real host answers 404.
        front.Use((context, next) => context.GetEndpoint()?.Metadata.GetMetadata<HttpFunction>() is null ? NotFoundAsync(context) : next(context));
        foreach (var function in app.Functions.OfType<HttpFunction>())
            Map(front, Route(app.Settings.RoutePrefix, function.Route), function, forward);
        try
        {
            await front.StartAsync(cancellation);
            return front;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await front.DisposeAsync();
            throw new CannotStartException($"Port {port} is in use: stop the program that listens there, or choose another with --port.");
        }
    }

    private static string Route(string prefix, string route) => $"{prefix}/{route.TrimStart('/')}".Trim('/');

    private static void Map(IEndpointRouteBuilder routes, string route, HttpFunction function, RequestDelegate forward)
    {
        var endpoint = routes.Map(RoutePatternFactory.Parse(route), forward).WithMetadata(function).WithDisplayName(function.Name);
        if (function.Methods is { } methods)
            endpoint.WithMetadata(new HttpMethodMetadata(methods));
    }

    private static Task RefusePlatformPathsAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        var platforms = path.StartsWith("/admin", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("/runtime", StringComparison.OrdinalIgnoreCase)
            || context.Request.Path.StartsWithSegments("/.auth", StringComparison.OrdinalIgnoreCase);
        return platforms ? NotFoundAsync(context) : next(context);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>In place of the console lifetime, which would take signals from the program that runs this.</summary>
    private sealed class EndsWithItsOwner : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
