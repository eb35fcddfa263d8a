using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Tests.Web;

/// <summary>A component, rendered and read again as a browser reads it.</summary>
internal static class Shown
{
    public static readonly Surroundings Surroundings = new(Texts.English, new Portal("North Vale funders"), null, () => new AntiforgeryToken("token-field", "token-value"));

    public static Task<IHtmlDocument> OfAsync<TComponent>(params (string Name, object? Value)[] parameters) where TComponent : IComponent =>
        OfAsync(typeof(TComponent), parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));

    public static async Task<IHtmlDocument> OfAsync(Type component, IReadOnlyDictionary<string, object?> parameters, Surroundings? surroundings = null)
    {
        RenderFragment inside = builder =>
        {
            builder.OpenComponent(0, component);
            foreach (var (name, value) in parameters)
                builder.AddComponentParameter(1, name, value);
            builder.CloseComponent();
        };
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<CascadingValue<Surroundings>>(
            ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(CascadingValue<>.Value)] = surroundings ?? Surroundings,
                [nameof(CascadingValue<>.ChildContent)] = inside,
            }))).ToHtmlString());
        return new HtmlParser().ParseDocument(html);
    }

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);
}
