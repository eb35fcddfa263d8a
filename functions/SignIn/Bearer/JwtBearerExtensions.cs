using Microsoft.AspNetCore.Authentication;

namespace MonitoringReturns.Functions.SignIn.Bearer;

internal static class JwtBearerExtensions
{
    /// <summary>Lets clients of the providers call with access tokens.</summary>
    public static AuthenticationBuilder AddJwtBearer(this AuthenticationBuilder builder) =>
        builder.AddScheme<AuthenticationSchemeOptions, JwtBearerHandler>(SignInScheme.Bearer, _ => { });
}
