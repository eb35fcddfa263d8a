namespace MonitoringReturns.Core.Forms.Checks;

/// <summary>A check that a form declares on a question. It speaks once the question is answered.</summary>
public abstract class Check(CheckDocument definition, QuestionId question)
{
    /// <summary>The form's own stable code of this check.</summary>
    public string Code { get; } = definition.Code;

    /// <summary>The form's own sentence; null leaves the rule's.</summary>
    protected string? Message { get; } = definition.Message?.En;

    /// <summary>The figure that is checked: the question's own, or the total of a table's column.</summary>
    public FigureReference Subject { get; } = new(question, null, definition.Column);

    /// <summary>Whether it checks a figure, which the question then must have.</summary>
    public virtual bool ChecksFigure => true;

    /// <summary>Figures it reads beside its own; they must exist in the version.</summary>
    public virtual IEnumerable<FigureReference> Reads => [];

    /// <summary>A question whose day it reads; it must exist in the version.</summary>
    public virtual QuestionId? ReadsDay => null;

    /// <summary>A soft check asks for a sentence; any other has to be put right.</summary>
    public virtual bool IsSoft => false;

    public abstract void Judge(CheckedReturn answers, Questions.Question question, Answer answer, Findings findings);
}
