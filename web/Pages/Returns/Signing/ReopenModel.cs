using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Returns.Signing;

/// <summary>The page on which an accepted return is opened again.</summary>
/// <param name="Reason">As it was typed.</param>
public sealed record ReopenModel(FoundReturn Return, string Reason, IReadOnlyList<FieldError> Errors)
{
    public bool CanBeReopened => Return.Header.Status == ReturnStatus.Accepted;
}
