using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Returns;

public enum DifferenceKind
{
    Added,
    Cleared,
    Changed,
}

/// <summary>A part of the answers that is another than before.</summary>
/// <param name="Question">As the newer revision has it.</param>
/// <param name="Where">Which part of the question, in words; null for the answer as a whole.</param>
/// <param name="Before">Empty where it was not answered, not asked where it was not put.</param>
public sealed record AnswerDifference(Question Question, string Place, string? Where, Cell Before, Cell After)
{
    public DifferenceKind Kind => !IsAnswer(Before) ? DifferenceKind.Added : !IsAnswer(After) ? DifferenceKind.Cleared : DifferenceKind.Changed;

    /// <summary>How one revision differs from another of the same return, in the form's order.</summary>
    public static IReadOnlyList<AnswerDifference> Between(Revision before, Revision after)
    {
        var (old, now) = (AnswerParts.Of(before).ToLookup(part => part.Question.Id), AnswerParts.Of(after).ToLookup(part => part.Question.Id));
        var differences = new List<AnswerDifference>();
        foreach (var question in after.Answers.Version.Questions)
        {
            var was = old[question.Id].ToDictionary(part => part.Place, StringComparer.Ordinal);
            var (noneBefore, noneAfter) = (NoneIn(before, question), NoneIn(after, question));
            foreach (var part in now[question.Id])
                if (!was.Remove(part.Place, out var earlier))
                    differences.Add(new AnswerDifference(question, part.Place, part.Where, noneBefore, part.Value));
                else if (!Same(earlier.Value, part.Value))
                    differences.Add(new AnswerDifference(question, part.Place, part.Where, earlier.Value, part.Value));
            foreach (var part in old[question.Id].Where(part => was.ContainsKey(part.Place)))
                differences.Add(new AnswerDifference(question, part.Place, part.Where, part.Value, noneAfter));
        }
        return differences;
    }

    private static bool IsAnswer(Cell cell) => cell.Kind is not (CellKind.Empty or CellKind.NotAsked);

    private static bool Same(Cell one, Cell other) => one.Kind == other.Kind && one.Number == other.Number && string.Equals(one.Text, other.Text, StringComparison.Ordinal);

    private static Cell NoneIn(Revision revision, Question question) =>
        revision.Answers.Version.Find(question.Id.Value) is { } there && !revision.NotAsked[there.Ordinal] ? Cell.Empty : Cell.NotAsked;
}
