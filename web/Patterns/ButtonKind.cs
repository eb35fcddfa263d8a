namespace MonitoringReturns.Web.Patterns;

/// <summary>How much a button asks to be pressed.</summary>
public enum ButtonKind
{
    /// <summary>What the page is for; one a page.</summary>
    Primary,

    Secondary,

    /// <summary>What can't be undone.</summary>
    Warning,
}
