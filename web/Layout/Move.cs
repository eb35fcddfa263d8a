namespace MonitoringReturns.Web.Layout;

/// <summary>That a page goes on to another by itself.</summary>
/// <param name="To">An address of the portal, without semicolons or blanks.</param>
public sealed record Move(TimeSpan After, string To);
