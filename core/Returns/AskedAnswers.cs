using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>Answers seen through what this award is really asked: an answer to a question that is not asked doesn't count.</summary>
public sealed class AskedAnswers
{
    private readonly AnswerSheet _sheet;
    private readonly Award _award;
    private readonly bool[] _asked;
    private readonly bool[]? _hidden;

    public AskedAnswers(AnswerSheet sheet, Award award, ReportingPeriod period)
    {
        _sheet = sheet;
        _award = award;
        Period = period;
        _asked = new bool[sheet.Version.Questions.Count];
        foreach (var question in sheet.Version.Questions)
            _asked[question.Ordinal] = IsAskedOf(question, award, period) && IsAskedByCondition(question);
    }

    private AskedAnswers(AskedAnswers whole, bool[] hidden)
    {
        (_sheet, _award, Period, _asked, _hidden) = (whole._sheet, whole._award, whole.Period, whole._asked, hidden);
    }

    public FormVersion Version => _sheet.Version;

    public Award Award => _award;

    public ReportingPeriod Period { get; }

    public bool IsAsked(Question question) => _asked[question.Ordinal];

    /// <summary>Whether the reader may see the question's answer.</summary>
    public bool Sees(Question question) => _hidden?[question.Ordinal] != true;

    /// <summary>The answer; null where the question is not answered, not asked or not seen.</summary>
    public Answer? this[Question question] => _asked[question.Ordinal] && Sees(question) ? _sheet[question] : null;

    public string? Comment(Question question) => _asked[question.Ordinal] && Sees(question) ? _sheet.Comment(question) : null;

    /// <summary>For somebody who may see only some answers: the others still decide what is asked, and are never told.</summary>
    public AskedAnswers SeenThrough(Func<Question, bool> sees)
    {
        var hidden = new bool[_asked.Length];
        foreach (var question in Version.Questions)
            hidden[question.Ordinal] = !sees(question);
        return new AskedAnswers(this, hidden);
    }

    /// <summary>The answer as it is saved, whether it is asked or not; null where it is not seen.</summary>
    public Answer? Saved(Question question) => Sees(question) ? _sheet[question] : null;

    public IndicatorId? IndicatorOf(Question question, FigureReference figure) => Results.IndicatorOf(question, figure, _award);

    /// <summary>Whether a question is put to an award in a period, whatever it answers to others.</summary>
    public static bool IsAskedOf(Question question, Award award, ReportingPeriod period)
    {
        if (question.Module is { } funder && !award.IsAskedBy(funder, period))
            return false;
        if (question.AskIn is { } askIn && !askIn.EndingIn.Contains(period.End.Month) && !(askIn.LastOfAward && award.EndsIn(period)))
            return false;
        return question.AgreedOutcome is not { } number
            || (question.CountsAgreedOutcome ? award.IsCountedIn(number, period) : award.IsAgreedIn(number, period));
    }

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
