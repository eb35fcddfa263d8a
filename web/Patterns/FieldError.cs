namespace MonitoringReturns.Web.Patterns;

/// <summary>What is wrong with what was entered.</summary>
/// <param name="Field">The field's name; for a date the first wrong box, <c>{name}-day</c>; null: it is about no single field.</param>
public sealed record FieldError(string Message, string? Field = null);
