using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Web.Pages.Returns;

/// <summary>The page with all revisions of a return.</summary>
/// <param name="Revisions">The newest first.</param>
public sealed record RevisionsModel(FoundReturn Return, IReadOnlyList<ListedRevision> Revisions);
