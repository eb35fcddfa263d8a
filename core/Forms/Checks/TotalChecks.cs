using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Forms.Checks;

/// <summary><c>equalsTotalOf</c>: the figure equals the sum of the figures of <c>of</c>; unanswered ones add nothing.</summary>
public sealed class EqualsTotalOfCheck(CheckDocument definition, QuestionId question) : Check(definition, question)
{
    /// <summary>The figures whose sum it has to equal.</summary>
    public IReadOnlyList<FigureReference> Of { get; } = definition.Of is { Count: > 0 }
        ? definition.Of
        : throw new FormDefinitionException(definition.Code, "the rule equalsTotalOf needs “of”");

    public override IEnumerable<FigureReference> Reads => Of;

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        var total = answers.Total(Of);
        if (question.Figure(answer, Subject) is { } figure && figure != total)
            findings.PutRight(Catalogue.TotalsDiffer, question.Id,
                Message ?? $"{question.NameOf(Subject)} is {figure:#,##0.##}, but its parts add up to {total:#,##0.##}. Change one so that they agree.", Code);
    }

    /// <summary>Both sides as they are now.</summary>
    public Agreement AgreementIn(CheckedReturn answers)
    {
        var parts = Of.Select(answers.Figure).ToList();
        return new Agreement(
            Subject, answers.NameOf(Subject), answers.Figure(Subject), Of, string.Join(" and ", Of.Select(answers.NameOf)),
            parts.Exists(part => part is not null) ? parts.Sum(part => part ?? 0) : null);
    }
}

/// <summary><c>sumAtMost</c>: the figure, with those of <c>of</c>, is not more than the figure of <c>atMost</c>, where that is answered.</summary>
public sealed class SumAtMostCheck(CheckDocument definition, QuestionId question) : Check(definition, question)
{
    private readonly FigureReference _atMost = CheckRules.Need(definition, definition.AtMost, "atMost");

    private readonly IReadOnlyList<FigureReference> _of = definition.Of;

    public override IEnumerable<FigureReference> Reads => [.. _of, _atMost];

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        if (answers.Figure(_atMost) is { } most && question.Figure(answer, Subject) is { } figure && figure + answers.Total(_of) is var sum && sum > most)
            findings.PutRight(Catalogue.MoreThanTotal, question.Id,
                Message ?? $"{question.NameOf(Subject)} can't be more than {answers.NameOf(_atMost)}: {sum:#,##0.##} is more than {most:#,##0.##}.", Code);
    }
}

/// <summary>
/// <c>shareAtMost</c>: where the figure is more than <c>percent</c> of the figures of <c>of</c> together, asks for a sentence, such as on
/// the costs of administration.
/// </summary>
public sealed class ShareAtMostCheck(CheckDocument definition, QuestionId question) : Check(definition, question)
{
    private readonly decimal _percent = CheckRules.NeedPercent(definition);

    private readonly IReadOnlyList<FigureReference> _of = definition.Of is { Count: > 0 }
        ? definition.Of
        : throw new FormDefinitionException(definition.Code, "the rule shareAtMost needs “of”");

    public override IEnumerable<FigureReference> Reads => _of;

    public override bool IsSoft => true;

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        var whole = answers.Total(_of);
        if (question.Figure(answer, Subject) is { } figure && figure * 100 > _percent * whole)
            findings.Explain(Catalogue.ShareAboveLimit, question.Id,
                Message ?? $"{question.NameOf(Subject)} is more than {_percent:0.##}% of {string.Join(" and ", _of.Select(answers.NameOf))}. Say in a sentence why.", Code);
    }
}
