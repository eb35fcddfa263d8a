using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Returns;

/// <summary>The page that asks how a return was to fill in.</summary>
/// <param name="Ease">What is chosen; null for nothing.</param>
/// <param name="Change">What is written.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record FeedbackModel(FoundReturn Return, string? Ease, string? Change, IReadOnlyList<FieldError> Errors, string? Done)
{
    public const string Given = "given";
}
