using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Forms.Checks;

/// <summary><c>min</c>: the figure is <c>value</c> or more.</summary>
public sealed class MinCheck(CheckDocument definition, QuestionId question) : Check(definition, question)
{
    private readonly decimal _value = CheckRules.Need(definition, definition.Value, "value");

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        if (question.Figure(answer, Subject) < _value)
            findings.PutRight(Catalogue.BelowMinimum, question.Id, Message ?? $"Enter {question.NameOf(Subject)} as {_value:#,##0.##} or more.", Code);
    }
}

/// <summary><c>max</c>: the figure is <c>value</c> or less.</summary>
public sealed class MaxCheck(CheckDocument definition, QuestionId question) : Check(definition, question)
{
    private readonly decimal _value = CheckRules.Need(definition, definition.Value, "value");

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        if (question.Figure(answer, Subject) > _value)
            findings.PutRight(Catalogue.AboveMaximum, question.Id, Message ?? $"Enter {question.NameOf(Subject)} as {_value:#,##0.##} or less.", Code);
    }
}

/// <summary><c>notBefore</c>: the day is not before the day answered to <c>before</c>, or not before <c>day</c>.</summary>
public sealed class NotBeforeCheck(CheckDocument definition, QuestionId question) : Check(definition, question)
{
    private readonly QuestionId? _other = definition.Before;

    private readonly DateOnly? _day = definition.Before is null ? CheckRules.Need(definition, definition.Day, "day") : null;

    public override bool ChecksFigure => false;

    public override QuestionId? ReadsDay => _other;

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        var earliest = _day ?? (answers[_other!.Value] as DateAnswer)?.Day;
        if (answer is DateAnswer date && date.Day < earliest)
            findings.PutRight(Catalogue.TooEarly, question.Id, Message ?? $"Enter {question.NameOf(Subject)} as {earliest:d MMMM yyyy} or later.", Code);
    }
}
