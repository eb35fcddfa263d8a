using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using MonitoringReturns.Web.Assets;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Web;

/// <summary>Answers with a page. It is never stored on the way: what it shows is for the one who asked.</summary>
public sealed class PageResult : IResult, IStatusCodeHttpResult
{
    /// <summary>A page smaller than this goes as it is.</summary>
    private const int FewestBytesToCompress = 1024;

    private readonly Type _page;
    private readonly object? _model;
    private readonly int _status;

    private PageResult(Type page, object? model, int status)
    {
        _page = page;
        _model = model;
        _status = status;
    }

    public int? StatusCode => _status;

    public static PageResult Of<TPage>(int status = StatusCodes.Status200OK) where TPage : PortalPage => new(typeof(TPage), null, status);

    /// <param name="retryAfter">When to try again: the answer is that it can't be done now.</param>
    public static PageResult Of<TPage>(int status, TimeSpan retryAfter) where TPage : PortalPage => new(typeof(TPage), null, status) { RetryAfter = retryAfter };

    public static PageResult Of<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK) where TPage : PortalPage<TModel> where TModel : notnull =>
        new(typeof(TPage), model, status);

    private TimeSpan? RetryAfter { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var services = httpContext.RequestServices;
        var surroundings = new Surroundings(Texts.English, services.GetRequiredService<Portal>(), httpContext.Features.Get<Visitor>(), () => TokenFor(httpContext));
        var html = await services.GetRequiredService<PageRenderer>().RenderAsync(_page, _model, surroundings);
        if (RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds):0}";
        await SendAsync(httpContext, html, _status);
    }

    internal static async Task SendAsync(HttpContext http, byte[] html, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (html.Length >= FewestBytesToCompress && ContentCoding.For(http.Request) is { } coding)
        {
            http.Response.Headers.ContentEncoding = coding;
            html = ContentCoding.Compress(html, coding);
        }
        http.Response.ContentLength = html.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(html, http.RequestAborted);
    }

    private static AntiforgeryToken TokenFor(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return new AntiforgeryToken(tokens.FormFieldName, tokens.RequestToken!);
    }
}
