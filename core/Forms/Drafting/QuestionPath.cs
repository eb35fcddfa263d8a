namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>A question of a draft, or a question of a repeating group, written <c>staff.hours</c>.</summary>
public readonly record struct QuestionPath(QuestionId Question, QuestionId? Part = null)
{
    public static bool TryParse(string? text, out QuestionPath path)
    {
        path = default;
        var ids = text?.Split('.') ?? [];
        if (ids.Length is < 1 or > 2 || !Identifier.TryParse<QuestionId>(ids[0], out var question))
            return false;
        QuestionId? part = null;
        if (ids.Length == 2)
        {
            if (!Identifier.TryParse<QuestionId>(ids[1], out var named))
                return false;
            part = named;
        }
        path = new QuestionPath(question, part);
        return true;
    }

    /// <summary>The question; null where the document has none there.</summary>
    public QuestionDocument? In(FormDocument document)
    {
        var (question, part) = (document.Question(Question), Part);
        return part is null ? question : question?.Questions.FirstOrDefault(one => one.Id == part);
    }

    /// <summary>Changes it.</summary>
    /// <param name="what">What of it, such as “the words”.</param>
    public FormOperation Change(Func<QuestionDocument, QuestionDocument> change, string what) => Part is { } part
        ? new ChangeQuestion(Question, group => group with { Questions = [.. group.Questions.Select(one => one.Id == part ? change(one) with { Id = one.Id, Type = one.Type } : one)] }, what)
        : new ChangeQuestion(Question, change, what);

    public override string ToString() => Part is { } part ? $"{Question}.{part}" : Question.Value;
}
