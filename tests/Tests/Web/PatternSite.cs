using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Assets;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Statements;

namespace MonitoringReturns.Tests.Web;

/// <summary>A site of its own for looking at pages without what is behind them, under the content security policy that pages must bear.</summary>
internal sealed class PatternSite : IAsyncDisposable
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Every page there is to look at.</summary>
    public static readonly string[] Pages = ["/", "/patterns", "/done", "/problems/not-found", "/problems/error", "/problems/away", "/problems/too-many", "/problems/refused",
        PageAddresses.Accessibility, PageAddresses.Privacy, PageAddresses.Cookies];

    private readonly WebApplication _app;

    private PatternSite(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address => new(_app.Urls.Single());

    public HttpClient Http { get; }

    public static async Task<PatternSite> StartAsync(Visitor? visitor = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddAntiforgery();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddPages(new Portal("North Vale funders"));
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Use(async (http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            if (visitor is not null)
                http.Features.Set(visitor);
            await next(http);
        });
        Map(app);
        await app.StartAsync();
        return new PatternSite(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static void Map(WebApplication app)
    {
        app.MapMethods("/", ["GET", "HEAD"], (KeptPage<FrontPage> front) => front);
        app.MapMethods(SiteAssets.Route, ["GET", "HEAD"], (string hash, string file) => SiteAssets.Find(hash, file) is { } asset ? (IResult)asset : ProblemPages.NotFound);
        app.MapGet(PageAddresses.Accessibility, (KeptPage<AccessibilityPage> page) => page);
        app.MapGet(PageAddresses.Privacy, (KeptPage<PrivacyPage> page) => page);
        app.MapGet(PageAddresses.Cookies, (KeptPage<CookiesPage> page) => page);
        app.MapGet("/patterns", () => PageResult.Of<EveryPattern>(StatusCodes.Status422UnprocessableEntity));
        app.MapGet("/done", () => PageResult.Of<DonePage>());
        app.MapGet("/problems/not-found", () => ProblemPages.NotFound);
        app.MapGet("/problems/error", () => ProblemPages.ServerError);
        app.MapGet("/problems/away", () => ProblemPages.ServiceAway);
        app.MapGet("/problems/too-many", () => ProblemPages.TooManyRequests(TimeSpan.FromSeconds(12.2)));
        app.MapGet("/problems/refused", () => ProblemPages.Of(new Problem(Catalogue.PeriodClosed, "It closed on 30 April 2026. Ask your funder to <b>open</b> it.")));
    }
}
