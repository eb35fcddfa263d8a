using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Forms.Checks;

/// <summary><c>changeSinceLast</c>: where the figure differs from the last period's by more than <c>percent</c> of it, asks for a sentence.</summary>
public sealed class ChangeSinceLastCheck(CheckDocument definition, QuestionId question) : Check(definition, question)
{
    private readonly decimal _percent = CheckRules.NeedPercent(definition);

    public override bool IsSoft => true;

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        if (question.Figure(answer, Subject) is { } figure && answers.LastFigure(question, Subject) is { } last && Math.Abs(figure - last) * 100 > _percent * Math.Abs(last))
            findings.Explain(Catalogue.ChangeSinceLast, question.Id,
                Message ?? $"{question.NameOf(Subject)} was {last:#,##0.##} last time and is {figure:#,##0.##} now. Say in a sentence why it changed.", Code);
    }
}

/// <summary><c>belowProfile</c>: where the figure is more than <c>percent</c> below the award's profile, asks what happened and what would help.</summary>
public sealed class BelowProfileCheck(CheckDocument definition, QuestionId question) : Check(definition, question)
{
    private readonly decimal _percent = CheckRules.NeedPercent(definition);

    public override bool IsSoft => true;

    public override void Judge(CheckedReturn answers, Question question, Answer answer, Findings findings)
    {
        if (question.Figure(answer, Subject) is { } figure && answers.Profile(question, Subject) is { } profile && (profile - figure) * 100 > _percent * profile)
            findings.Explain(Catalogue.BelowProfile, question.Id,
                Message ?? $"{question.NameOf(Subject)} is {figure:#,##0.##}; the profile is {profile:#,##0.##}. Say what happened and what would help.", Code);
    }
}
