namespace MonitoringReturns.Web.Patterns;

/// <summary>A link among others.</summary>
/// <param name="About">What tells it from its like, for who hears the page: “Change”, and hidden “the name”.</param>
public sealed record Link(string Text, string Href, string? About = null);
