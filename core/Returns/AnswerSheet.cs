using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Returns;

/// <summary>Answers and comments of a return, by question of one form version.</summary>
public sealed class AnswerSheet(FormVersion version)
{
    private readonly Answer?[] _answers = new Answer?[version.Questions.Count];

    private string?[]? _comments;

    public FormVersion Version { get; } = version;

    /// <summary>The answer; null is not answered.</summary>
    public Answer? this[Question question]
    {
        get => _answers[question.Ordinal];
        set => _answers[question.Ordinal] = value;
    }

    /// <summary>The sentence that explains an answer; null where there is none.</summary>
    public string? Comment(Question question) => _comments?[question.Ordinal];

    public void SetComment(Question question, string? comment)
    {
        if (comment is null && _comments is null)
            return;
        _comments ??= new string?[Version.Questions.Count];
        _comments[question.Ordinal] = comment;
    }
}
