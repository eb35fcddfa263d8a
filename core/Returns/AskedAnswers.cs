using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>Answers seen through what this award is really asked: an answer to a question that is not asked doesn't count.</summary>
public sealed class AskedAnswers
{
    private readonly AnswerSheet _sheet;
    private readonly Award _award;
    private readonly bool[] _asked;

    public AskedAnswers(AnswerSheet sheet, Award award)
    {
        _sheet = sheet;
        _award = award;
        _asked = new bool[sheet.Version.Questions.Count];
        foreach (var question in sheet.Version.Questions)
            _asked[question.Ordinal] = IsAskedOfAward(question) && IsAskedByCondition(question);
    }

    public FormVersion Version => _sheet.Version;

    public Award Award => _award;

    public bool IsAsked(Question question) => _asked[question.Ordinal];

    /// <summary>The answer; null where the question is not answered or not asked.</summary>
    public Answer? this[Question question] => _asked[question.Ordinal] ? _sheet[question] : null;

    public string? Comment(Question question) => _asked[question.Ordinal] ? _sheet.Comment(question) : null;

    public IndicatorId? IndicatorOf(Question question) => Results.IndicatorOf(question, _award);

    private bool IsAskedOfAward(Question question) =>
        question.AgreedOutcome is not { } number
        || (number <= _award.AgreedOutcomes.Count && (!question.CountsAgreedOutcome || IndicatorOf(question) is not null));

    private bool IsAskedByCondition(Question question)
    {
        if (question.AskIf is not { } askIf)
            return true;
        var other = Version.Question(askIf.Question);
        return this[other] switch
        {
            YesNoAnswer answer => askIf.Is.Contains(answer.Yes ? "yes" : "no"),
            ChoicesAnswer answer => answer.Chosen.Any(askIf.Is.Contains),
            _ => false,
        };
    }
}
