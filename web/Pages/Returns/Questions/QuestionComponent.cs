using Microsoft.AspNetCore.Components;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Returns.Questions;

/// <summary>The boxes of a question of one type, with its label, hint, notes and error.</summary>
public abstract class QuestionComponent : FormField
{
    [Parameter, EditorRequired]
    public required ShownQuestion Shown { get; set; }

    protected Core.Forms.TypedBoxes Boxes => Shown.Boxes;
}

/// <summary>The same, of a type that is known.</summary>
public abstract class QuestionComponent<TQuestion> : QuestionComponent where TQuestion : Question
{
    protected TQuestion Question => (TQuestion)Shown.Question;
}
