namespace MonitoringReturns.Web.Patterns;

/// <summary>A column of a table.</summary>
/// <param name="Numeric">Figures, set to the right.</param>
/// <param name="Hidden">The heading is only heard: the column's content speaks for itself.</param>
public sealed record TableColumn(string Text, bool Numeric = false, bool Hidden = false);
