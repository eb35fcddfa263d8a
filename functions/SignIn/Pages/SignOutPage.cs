using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using MonitoringReturns.Functions.SignIn.Sessions;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>POST /sign-out: ends the session here, then at the provider.</summary>
internal static class SignOutPage
{
    public const string Route = "/sign-out";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost(Route, RunAsync);

    private static async Task<IResult> RunAsync(HttpContext http, ProviderList providers, SignInSettings settings)
    {
        var session = await http.AuthenticateAsync(SignInScheme.Session);
        await http.SignOutAsync(SignInScheme.Session);
        var provider = session.Properties?.Items.TryGetValue(SessionPrincipal.ProviderItem, out var key) == true ? providers.Find(key!) : null;
        return new SeeOther(provider is null ? SignInPages.SignedOutRoute : await AddressAtAsync(provider, settings.Portal, http.RequestAborted));
    }

    /// <summary>
    /// Where the provider signs the person out (OpenID Connect RP-Initiated Logout 1.0) and sends them back. It knows them by its own session: an id token as a hint
    /// would put their name and address into an address.
    /// </summary>
    private static async Task<string> AddressAtAsync(Provider provider, Uri portal, CancellationToken cancellation)
    {
        try
        {
            if ((await provider.Discovery.GetAsync(cancellation)).EndSessionEndpoint is not { Length: > 0 } endpoint)
                return SignInPages.SignedOutRoute;
            var message = new OpenIdConnectMessage
            {
                IssuerAddress = endpoint,
                ClientId = provider.Settings.ClientId,
                PostLogoutRedirectUri = new Uri(portal, SignInPages.SignedOutRoute).AbsoluteUri,
                EnableTelemetryParameters = false,
            };
            return message.CreateLogoutRequestUrl();
        }
        catch (Exception away) when (ProviderDiscovery.IsAway(away))
        {
            return SignInPages.SignedOutRoute;
        }
    }
}

/// <summary>After a post, go on by a GET.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
