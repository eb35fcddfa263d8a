using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn.Bearer;
using MonitoringReturns.Functions.SignIn.OpenIdConnect;
using MonitoringReturns.Functions.SignIn.Protection;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>Puts sign-in together: who asks is known before anything is answered, and whoever may be answered without it is marked so.</summary>
internal static class SignInServices
{
    public static void Add(IServiceCollection services, IConfiguration configuration, SignInSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(typeof(Lazy<>), typeof(Later<>));
        services.AddSingleton(Limits.Read(configuration));
        services.AddSingleton<ProviderList>();
        services.AddSingleton<ClientAddress>();
        services.AddSingleton<LimitStore>();
        services.AddSingleton<RequestCounter>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<OrganisationsOfPerson>();
        services.AddSingleton<TicketStore>();
        services.AddSingleton<SessionEvents>();
        services.AddSingleton<SignInEvents>();
        services.AddSingleton<KeepTokens>();
        services.AddSingleton<KeptPostStore>();
        services.AddSingleton<KeptPosts>();
        ProtectionServices.Add(services, settings);
        FormTokens.Add(services);

        var ways = services.AddAuthentication(SignInScheme.Caller)
            .AddPolicyScheme(SignInScheme.Caller, displayName: null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddJwtBearer()
            .AddCookie(SignInScheme.Session, SessionCookie.Configure)
            .AddCookie(SignInScheme.NewSession, options =>
            {
                SessionCookie.Configure(options);
                options.CookieManager = new NewCookies();
            });
        foreach (var provider in settings.Providers)
            ways.AddOpenIdConnect(provider);
        foreach (var scheme in (string[])[SignInScheme.Session, SignInScheme.NewSession])
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<TicketStore>((options, sessions) =>
            {
                options.SessionStore = sessions;
                options.TicketDataFormat = sessions.References;
            });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(SignInScheme.Caller).RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignInNeeded>();
    }

    public static void Use(WebApplication app)
    {
        app.Services.GetRequiredService<ClientAddress>().Announce();
        app.UseMiddleware<RequestLimits>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<Visitors>();
        app.UseMiddleware<OrganisationHeader>();
        app.UseMiddleware<FormTokens>();
    }

    /// <summary>Pages are for people. Elsewhere a token counts where one was sent; a session reads the API and changes nothing through it.</summary>
    private static string SchemeOf(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageEndpoint>() is not null)
            return SignInScheme.Session;
        if (JwtBearerHandler.HasToken(http.Request))
            return SignInScheme.Bearer;
        return http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            ? SignInScheme.Bearer
            : SignInScheme.Session;
    }
}
