using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Pages.Returns.Reading;

namespace MonitoringReturns.Web.Pages.Returns.Signing;

/// <summary>The receipt of a revision, with what it says.</summary>
/// <param name="Editable">The return can still be changed.</param>
public sealed record ReceiptModel(OwnRevision Own, IReadOnlyList<SectionAsRead> Sections, bool Editable)
{
    /// <summary>What funders answered to this revision.</summary>
    public IReadOnlyList<ShownAnswerBack> Answers { get; init; } = [];

    /// <summary>What funders did about the help that the return asks for.</summary>
    public IReadOnlyList<HelpNote> Help { get; init; } = [];

    public bool IsNewest => Own.Return.Header.Revision == Own.Revision.Number;

    public bool IsLate => Own.Return.Header.FirstSubmittedAt is { } first && Own.Return.Period.IsLate(first);

    /// <summary>The revision byte for byte, as the digest was taken of it.</summary>
    public string JsonAddress => $"/api/v1/returns/{Own.Revision.Key}/revisions/{Own.Revision.Number}";
}
