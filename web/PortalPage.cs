using Microsoft.AspNetCore.Components;

namespace MonitoringReturns.Web;

/// <summary>A page that shows the same to everybody.</summary>
public abstract class PortalPage : PortalComponent;

/// <summary>A page that shows <typeparamref name="TModel"/>, which is complete when it comes: pages fetch nothing.</summary>
public abstract class PortalPage<TModel> : PortalComponent
{
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }
}
