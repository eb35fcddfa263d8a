namespace MonitoringReturns.Core.Forms.Checks;

/// <summary>A check that a form declares on a question. It speaks once the question is answered.</summary>
public abstract class Check(CheckDocument definition)
{
    /// <summary>The form's own stable code of this check.</summary>
    public string Code { get; } = definition.Code;

    /// <summary>The form's own sentence; null leaves the rule's.</summary>
    protected string? Message { get; } = definition.Message;

    /// <summary>Questions it reads beside its own; they must exist in the version.</summary>
    public virtual IEnumerable<QuestionId> Reads => [];

    /// <summary>A soft check asks for a sentence; any other has to be put right.</summary>
    public virtual bool IsSoft => false;

    public abstract void Judge(CheckedReturn answers, Questions.Question question, Answer answer, Findings findings);
}
