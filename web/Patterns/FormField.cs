using Microsoft.AspNetCore.Components;

namespace MonitoringReturns.Web.Patterns;

/// <summary>A question of a form: its name, its words, and what is wrong with the answer.</summary>
public abstract class FormField : PortalComponent
{
    /// <summary>The field's name in the form, and its id, which an error summary links to.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>More to know beside the hint, such as what was answered last time; null: nothing.</summary>
    [Parameter]
    public RenderFragment? Notes { get; set; }

    /// <summary>What is wrong and what to do; null: nothing.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>The label is the page's heading: the page asks only this.</summary>
    [Parameter]
    public bool IsHeading { get; set; }

    /// <summary>One of several questions on a page: its label stands out, but not as a heading of a page's part.</summary>
    [Parameter]
    public bool IsStrong { get; set; }

    internal bool HasHint => Hint is not null || Notes is not null;

    internal string HintId => $"{Name}-hint";

    internal string ErrorId => $"{Name}-error";

    /// <summary>For <c>aria-describedby</c>; null where there is neither hint nor error.</summary>
    internal string? DescribedBy => (HasHint, Error) switch
    {
        (false, null) => null,
        (true, null) => HintId,
        (false, _) => ErrorId,
        _ => $"{HintId} {ErrorId}",
    };

    internal string GroupClass => Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";
}
