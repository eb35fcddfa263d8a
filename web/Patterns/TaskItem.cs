namespace MonitoringReturns.Web.Patterns;

/// <summary>A task in a list of tasks.</summary>
/// <param name="Href">Where it is done; null: it can't be done now.</param>
/// <param name="Colour">Of a tag that holds the status; null: plain text, for what needs no more attention.</param>
public sealed record TaskItem(string Text, string? Href, string Status, TagColour? Colour = null, string? Hint = null);
