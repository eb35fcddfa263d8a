using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace MonitoringReturns.Web;

/// <summary>Puts a page into its surroundings.</summary>
internal sealed class PageRoot : ComponentBase
{
    [Parameter]
    public required Surroundings Surroundings { get; set; }

    [Parameter]
    public required Type Page { get; set; }

    [Parameter]
    public object? Model { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<Surroundings>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), Surroundings);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), (RenderFragment)Within);
        builder.CloseComponent();
    }

    private void Within(RenderTreeBuilder builder)
    {
        builder.OpenComponent(0, Page);
        if (Model is not null)
            builder.AddComponentParameter(1, nameof(PortalPage<>.Model), Model);
        builder.CloseComponent();
    }
}
