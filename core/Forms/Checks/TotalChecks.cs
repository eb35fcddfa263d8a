using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Forms.Checks;

/// <summary><c>equalsTotalOf</c>: the figure equals the sum of the figures of <c>of</c>; unanswered ones add nothing.</summary>
public sealed class EqualsTotalOfCheck(CheckDocument definition) : Check(definition)
{
    private readonly IReadOnlyList<QuestionId> _of = definition.Of is { Count: > 0 }
        ? definition.Of
        : throw new FormDefinitionException(definition.Code, "the rule equalsTotalOf needs “of”");

    public override IEnumerable<QuestionId> Reads => _of;

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        var total = answers.Total(_of);
        if (question.Figure(answer) is { } figure && figure != total)
            findings.PutRight(Catalogue.TotalsDiffer, question.Id,
                Message ?? $"“{question.Label}” is {figure:#,##0.##}, but its parts add up to {total:#,##0.##}. Change one so that they agree.", Code);
    }
}

/// <summary><c>sumAtMost</c>: the figure, with those of <c>of</c>, is not more than the figure of <c>atMost</c>, where that is answered.</summary>
public sealed class SumAtMostCheck(CheckDocument definition) : Check(definition)
{
    private readonly QuestionId _atMost = CheckRules.Need(definition, definition.AtMost, "atMost");

    private readonly IReadOnlyList<QuestionId> _of = definition.Of;

    public override IEnumerable<QuestionId> Reads => [.. _of, _atMost];

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        if (answers.Figure(_atMost) is { } most && question.Figure(answer) is { } figure && figure + answers.Total(_of) is var sum && sum > most)
            findings.PutRight(Catalogue.MoreThanTotal, question.Id,
                Message ?? $"“{question.Label}” can't be more than “{answers.Version.Question(_atMost).Label}”: {sum:#,##0.##} is more than {most:#,##0.##}.", Code);
    }
}
