using MonitoringReturns.Core.Forms;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>The boxes of a section's page as its form sends them.</summary>
internal static class SectionBoxes
{
    /// <summary>The most boxes of one page: the largest table, and as much again.</summary>
    public const int Most = 4_000;

    public static TypedBoxes Of(IFormCollection form) =>
        new(form.Select(box => KeyValuePair.Create(box.Key, (IReadOnlyList<string>)[.. box.Value.OfType<string>()])));
}
