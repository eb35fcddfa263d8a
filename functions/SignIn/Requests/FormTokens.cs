using Microsoft.AspNetCore.Antiforgery;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>Lets somebody with a session change things only by a form that the portal gave to the same browser and person, acting for the same organisation. No page can forget it.</summary>
internal sealed partial class FormTokens(RequestDelegate next, IAntiforgery forms, ILogger<FormTokens> log)
{
    /// <summary>The name under which a form sends its token.</summary>
    public const string Field = "form-token";

    private static readonly Problem NotFromHere = new(Catalogue.FormNotFromHere, "Nothing was changed. Go back, load the page again and send it once more.");

    public static void Add(IServiceCollection services) => services.AddAntiforgery(options =>
    {
        options.Cookie = new SecureCookie { Name = "__Host-form", Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax };
        options.FormFieldName = Field;
        options.HeaderName = null;
        // SecurityHeaders says more than it would.
        options.SuppressXFrameOptionsHeader = true;
    });

    public async Task InvokeAsync(HttpContext http)
    {
        var isForm = http.GetEndpoint()?.Metadata.GetMetadata<PageEndpoint>() is not null || http.User.Identity?.AuthenticationType == SignInScheme.Session;
        if (isForm && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !await forms.IsRequestValidAsync(http))
        {
            // The same person signed in anew, or acts for another organisation by now: what they typed is not lost.
            if (PageProblems.WantsPage(http.Request) && await http.RequestServices.GetRequiredService<KeptPosts>().TryKeepAsync(http) is { } kept)
            {
                await new SeeOther(kept).ExecuteAsync(http);
                return;
            }
            NotOurForm((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "nothing");
            await (KeepsPosts.Of(http) ? PageProblems.Answer(http, NotFromHere) : ProblemPages.Of(NotFromHere)).ExecuteAsync(http);
        }
        else
            await next(http);
    }

    [LoggerMessage(LogLevel.Warning, "A post to {Route} came without the portal's own form")]
    private partial void NotOurForm(string route);

    /// <summary>Secure by itself: behind the host every request comes by http, and the framework would refuse to set one.</summary>
    private sealed class SecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }
}
