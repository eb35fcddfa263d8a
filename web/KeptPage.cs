using Microsoft.AspNetCore.Http;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Web;

/// <summary>A page that is the same for everybody who is not signed in: rendered once, then only sent. Who is signed in gets one of their own.</summary>
public sealed class KeptPage<TPage>(PageRenderer renderer, Portal portal) : IResult
    where TPage : PortalPage
{
    private byte[]? _html;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (httpContext.Features.Get<Visitor>() is null)
            await PageResult.SendAsync(httpContext, _html ??= await RenderAsync(), StatusCodes.Status200OK);
        else
            await PageResult.Of<TPage>().ExecuteAsync(httpContext);
    }

    private Task<byte[]> RenderAsync() => renderer.RenderAsync(typeof(TPage), null, new Surroundings(Texts.English, portal, null, NoForm));

    private static AntiforgeryToken NoForm() => throw new InvalidOperationException($"{typeof(TPage).Name} is kept for everybody, so it can't hold a form.");
}
