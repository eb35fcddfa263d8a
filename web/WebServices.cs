using Microsoft.Extensions.DependencyInjection;

namespace MonitoringReturns.Web;

/// <summary>What pages need of an app.</summary>
public static class WebServices
{
    public static IServiceCollection AddPages(this IServiceCollection services, Portal portal) =>
        services.AddSingleton(portal).AddSingleton<PageRenderer>().AddSingleton(typeof(KeptPage<>));
}
