using MonitoringReturns.Core.Evidence;

namespace MonitoringReturns.Web.Pages.Returns;

/// <summary>The files of a question.</summary>
/// <param name="Done">What was just done, as a word in the address; null for nothing.</param>
/// <param name="Errors">Why files that were just sent are not taken.</param>
/// <param name="NoneChosen">Nothing was sent.</param>
public sealed record EvidenceModel(ShownFiles Files, string? Done, IReadOnlyList<string> Errors, bool NoneChosen = false)
{
    public const string FileBox = "file";

    public const string Sent = "sent";
    public const string SeveralSent = "several-sent";
    public const string Removed = "removed";
}
