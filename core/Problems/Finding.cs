namespace MonitoringReturns.Core.Problems;

/// <summary>What a finding means for the person's work.</summary>
public enum FindingKind
{
    /// <summary>The input can't be kept at all: nothing of the request was saved.</summary>
    Refused,
    /// <summary>The draft is kept; the return can't be submitted until this is put right.</summary>
    PutRight,
    /// <summary>The return can be submitted once a sentence explains this.</summary>
    Explain,
}

/// <summary>One thing about an answer: its stable code, where it is, and a sentence that says what is wrong and what to do.</summary>
/// <param name="Code">From <see cref="Catalogue"/>.</param>
/// <param name="Place">The question's id; in a repeating group <c>group/row/question</c>, rows from 1.</param>
/// <param name="Check">The form's own code of the check, where the form declares it; null for what follows from the type.</param>
public sealed record Finding(Code Code, FindingKind Kind, string Place, string Message, string? Check = null);
