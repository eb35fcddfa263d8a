using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn.Bearer;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>What somebody gets who is not signed in: a program a problem, a person the way to sign in and back, and what they sent is kept where its page says so. The same for what is not there.</summary>
internal sealed class SignInNeeded(KeptPosts kept) : IAuthorizationMiddlewareResultHandler
{
    private static readonly Problem None = new(Catalogue.SignInNeeded, "Send an access token in the header Authorization; reading may also be done by whoever is signed in with a browser.");
    private static readonly Problem Refused = new(Catalogue.TokenRefused, "It may have expired, or be meant for another service, or not be an access token. Fetch a new one.");

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }
        if (!PageProblems.WantsPage(context.Request))
        {
            var sent = JwtBearerHandler.HasToken(context.Request);
            context.Response.Headers.WWWAuthenticate = sent ? "Bearer error=\"invalid_token\"" : "Bearer";
            await ProblemAnswers.WriteAsync(context, sent ? Refused : None);
        }
        else if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            context.Response.Redirect(SignInPages.AddressFor(context.Request));
        else if (await kept.TryKeepAsync(context) is { } address)
            await new SeeOther(SignInPages.AddressFor(address)).ExecuteAsync(context);
        else
            await PageProblems.Answer(context, new Problem(Catalogue.SignInNeeded, "You were signed out, so nothing was changed. Sign in, and send it once more.")).ExecuteAsync(context);
    }
}
