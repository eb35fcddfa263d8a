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

    /// <summary>The figure; null where it is not answered, or its question not asked.</summary>
    public decimal? Figure(FigureReference figure) => this[figure.Question] is { } answer ? Version.Question(figure.Question).Figure(answer, figure) : null;

    /// <summary>What a figure is called in a sentence.</summary>
    public string NameOf(FigureReference figure) => Version.Question(figure.Question).NameOf(figure);

    /// <summary>The sum of the figures; what is not answered adds nothing.</summary>
    public decimal Total(IReadOnlyList<FigureReference> figures) => figures.Sum(figure => Figure(figure) ?? 0);

    /// <summary>The figure of the question's indicator in the period before; null where there is none.</summary>
    public decimal? LastFigure(Question question, FigureReference figure) =>
        answers.IndicatorOf(question, figure) is { } indicator && last is not null && last.Figures.TryGetValue(indicator, out var before) && SeesAllOf(indicator) ? before : null;

    /// <summary>The award's profile for the question's indicator in this period; null where there is none.</summary>
    public decimal? Profile(Question question, FigureReference figure) =>
        answers.IndicatorOf(question, figure) is { } indicator ? answers.Award.ProfileOf(indicator, period) : null;

    /// <summary>Everything that stands between these answers and a submission, in the form's order.</summary>
    public Findings Judge()
    {
        var findings = new Findings();
        foreach (var question in Version.Questions)
            if (answers.IsAsked(question) && answers.Sees(question))
                Judge(question, findings);
        return findings;
    }

    /// <summary>A check speaks of figures, so it says nothing where one of them may not be seen.</summary>
    private bool SeesAllOf(Check check) =>
        check.Reads.All(figure => answers.Sees(Version.Question(figure.Question))) && (check.ReadsDay is not { } day || answers.Sees(Version.Question(day)));

    /// <summary>What an indicator was last time may be the sum of several answers.</summary>
    private bool SeesAllOf(IndicatorId indicator) => Version.Questions.All(question =>
        answers.Sees(question) || question.Measures.All(measure => !Results.IndicatorsOf(question, measure, answers.Award).Contains(indicator)));

    private void Judge(Question question, Findings findings)
    {
        if (answers[question] is not { } answer)
        {
            if (question.IsRequiredOn(answers.Period.Start))
                Missing(question, findings);
            return;
        }
        question.CheckOwn(answer, findings);
        if (question.Checks.Count == 0)
            return;
        // A soft check is answered by a sentence beside the answer.
        var explained = answers.Comment(question) is not null;
        foreach (var check in question.Checks)
            if (!(explained && check.IsSoft) && SeesAllOf(check) && !ReadsWhatIsNotYetRequired(check))
                check.Judge(this, question, answer, findings);
    }

    /// <summary>What may be left open until its notice has run, and is, can't fail an answer that is checked against it.</summary>
    private bool ReadsWhatIsNotYetRequired(Check check) => check.Reads.Any(figure =>
        Version.Question(figure.Question) is { RequiredFrom: { } from } read && answers.Period.Start < from && answers.IsAsked(read) && answers[read] is null);

    private static void Missing(Question question, Findings findings)
    {
        if (question is DeclarationQuestion)
            findings.PutRight(Catalogue.DeclarationNeeded, question.Id, $"Confirm “{question.Label}”.");
        else
            findings.PutRight(Catalogue.AnswerRequired, question.Id, $"Answer “{question.Label}”.");
    }
}
