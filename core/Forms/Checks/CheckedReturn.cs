using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Forms.Checks;

/// <summary>A return as checks see it: the answers that count, last period's figures and the award's profile.</summary>
/// <param name="answers">What this award is asked and has answered.</param>
/// <param name="last">The period before's results; null where there are none.</param>
public sealed class CheckedReturn(AskedAnswers answers, PeriodId period, Results? last)
{
    public FormVersion Version => answers.Version;

    /// <summary>The answer; null where the question is not answered, not asked, or unknown.</summary>
    public Answer? this[QuestionId id] => Version.Find(id.Value) is { } question ? answers[question] : null;

    public decimal? Figure(QuestionId id) => this[id] is { } answer ? Version.Question(id).Figure(answer) : null;

    /// <summary>The sum of the figures; what is not answered adds nothing.</summary>
    public decimal Total(IReadOnlyList<QuestionId> questions) => questions.Sum(id => Figure(id) ?? 0);

    /// <summary>The figure of the question's indicator in the period before; null where there is none.</summary>
    public decimal? LastFigure(Question question) =>
        answers.IndicatorOf(question) is { } indicator && last is not null && last.Figures.TryGetValue(indicator, out var figure) ? figure : null;

    /// <summary>The award's profile for the question's indicator in this period; null where there is none.</summary>
    public decimal? Profile(Question question) =>
        answers.IndicatorOf(question) is { } indicator ? answers.Award.ProfileOf(indicator, period) : null;

    /// <summary>Everything that stands between these answers and a submission, in the form's order.</summary>
    public Findings Judge()
    {
        var findings = new Findings();
        foreach (var question in Version.Questions)
            if (answers.IsAsked(question))
                Judge(question, findings);
        return findings;
    }

    private void Judge(Question question, Findings findings)
    {
        if (answers[question] is not { } answer)
        {
            if (question.Required)
                Missing(question, findings);
            return;
        }
        question.CheckOwn(answer, findings);
        if (question.Checks.Count == 0)
            return;
        // A soft check is answered by a sentence beside the answer.
        var explained = answers.Comment(question) is not null;
        foreach (var check in question.Checks)
            if (!(explained && check.IsSoft))
                check.Judge(this, question, answer, findings);
    }

    private static void Missing(Question question, Findings findings)
    {
        if (question is DeclarationQuestion)
            findings.PutRight(Catalogue.DeclarationNeeded, question.Id, $"Confirm “{question.Label}”.");
        else
            findings.PutRight(Catalogue.AnswerRequired, question.Id, $"Answer “{question.Label}”.");
    }
}
