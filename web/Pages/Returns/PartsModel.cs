using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Returns;

/// <summary>The page on who fills in what.</summary>
/// <param name="Chosen">What was chosen, by section, where it can't be taken; null: as it is stored.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record PartsModel(PartsOfReturn Parts, IReadOnlyDictionary<string, string>? Chosen, IReadOnlyList<FieldError> Errors, string? Done)
{
    /// <summary>The words that a post leads on with.</summary>
    public const string Shared = "shared";
    public const string Marked = "marked";
    public const string Unmarked = "unmarked";

    /// <summary>The name of the box in which a section's partner is chosen.</summary>
    public static string BoxOf(SectionId section) => $"part-{section}";
}
