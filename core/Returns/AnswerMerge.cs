using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Returns;

/// <summary>What became of one answer that two people changed.</summary>
/// <param name="ValueJson">Both changes in one, canonical JSON; where they contradict each other, as the one who saves later has it.</param>
/// <param name="Places">Where they contradict each other: the question's id, or a table's cells as <c>question/row/column</c>; none: nowhere.</param>
public sealed record MergedAnswer(ReadOnlyMemory<byte> ValueJson, IReadOnlyList<string> Places);

/// <summary>
/// Merges an answer that was changed by two people who saw the same one: a table cell by cell, every other answer as a whole. What only one of them
/// changed is as that one has it.
/// </summary>
public static class AnswerMerge
{
    /// <param name="shown">The answer that whoever saves was shown, JSON of the question's.</param>
    /// <param name="yours">What they made of it.</param>
    /// <param name="theirs">What is stored by now.</param>
    public static MergedAnswer Of(Question question, ReadOnlyMemory<byte> shown, ReadOnlyMemory<byte> yours, ReadOnlyMemory<byte> theirs)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (Same(yours, theirs) || Same(shown, theirs))
            return new MergedAnswer(yours, []);
        if (Same(shown, yours))
            return new MergedAnswer(theirs, []);
        return question is TableQuestion table ? OfTable(table, shown, yours, theirs) : new MergedAnswer(yours, [question.Id.Value]);
    }

    private static MergedAnswer OfTable(TableQuestion table, ReadOnlyMemory<byte> shown, ReadOnlyMemory<byte> yours, ReadOnlyMemory<byte> theirs)
    {
        var (before, mine, other) = (Cells(table, shown), Cells(table, yours), Cells(table, theirs));
        var merged = new decimal?[mine.Count];
        var places = new List<string>();
        for (var cell = 0; cell < merged.Length; cell++)
        {
            merged[cell] = mine[cell] == before[cell] ? other[cell] : mine[cell];
            if (mine[cell] != before[cell] && other[cell] != before[cell] && mine[cell] != other[cell])
                places.Add($"{table.Id}/{table.Rows[cell / table.TableColumns.Count].Id}/{table.TableColumns[cell % table.TableColumns.Count].Id}");
        }
        return new MergedAnswer(AnswerJson.Of(table, Array.TrueForAll(merged, cell => cell is null) ? null : new TableAnswer(merged)), places);
    }

    private static IReadOnlyList<decimal?> Cells(TableQuestion table, ReadOnlyMemory<byte> value) =>
        AnswerJson.Read(table, value, new Findings()) is TableAnswer answer ? answer.Cells : new decimal?[table.Rows.Count * table.TableColumns.Count];

    private static bool Same(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other) => one.Span.SequenceEqual(other.Span);
}
