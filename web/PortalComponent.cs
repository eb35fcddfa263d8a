using Microsoft.AspNetCore.Components;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Web;

/// <summary>Whatever is shown: it knows its surroundings and asks for nothing else.</summary>
public abstract class PortalComponent : ComponentBase
{
    [CascadingParameter]
    public Surroundings? Surroundings { get; set; }

    protected Texts Texts => Surroundings?.Texts ?? Texts.English;

    /// <summary>A word or sentence of <see cref="Words"/> in the page's language.</summary>
    /// <param name="key">As <c>Area.Name</c>.</param>
    protected string Say(string key, params ReadOnlySpan<object?> with) => Words.Say(Texts.Code, key, with);

    /// <summary>Class names, those that are not there left out.</summary>
    protected static string Classes(params ReadOnlySpan<string?> names) => string.Join(' ', names).Trim();
}
