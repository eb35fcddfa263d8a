using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Web.Pages.Returns.Questions;

/// <summary>A question as its component shows it: one of a section, or one in a row of a group.</summary>
/// <param name="Asked">The section's question; of one in a group the group.</param>
/// <param name="Place">The name of its box, or what the names of its boxes begin with.</param>
public sealed record ShownQuestion(SectionModel Page, QuestionToFill Asked, Question Question, string Place)
{
    public bool IsInGroup => Question != Asked.Question;

    public TypedBoxes Boxes => Page.BoxesOf(Asked);

    /// <summary>What stands in its only box.</summary>
    public string Text => Boxes.Text(Place);

    public string? Error => Page.ErrorAt(Asked, Place);
}
