using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace MonitoringReturns.Web;

/// <summary>Turns a page into HTML. Each time by a renderer of its own, which costs little and keeps nothing.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <returns>The page in UTF-8.</returns>
    public async Task<byte[]> RenderAsync(Type page, object? model, Surroundings surroundings)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<PageRoot>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(PageRoot.Surroundings)] = surroundings,
                [nameof(PageRoot.Page)] = page,
                [nameof(PageRoot.Model)] = model,
            }));
            await using var html = new StringWriter();
            root.WriteHtmlTo(html);
            return Encoding.UTF8.GetBytes(html.ToString());
        });
    }
}
