using System.Globalization;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Returns;

/// <summary>A part of a revision's answers that can change by itself: an answer, a table's cell, an answer in a group's row, a comment.</summary>
/// <param name="Place">As findings name it; a comment's is <c>question/comment</c>.</param>
/// <param name="Where">Which part of the question it is, in words; null for the answer as a whole.</param>
public sealed record AnswerPart(Question Question, string Place, string? Where, Cell Value);

/// <summary>Takes a revision's answers apart. What is not answered has no part.</summary>
public static class AnswerParts
{
    /// <summary>In the form's order.</summary>
    public static IReadOnlyList<AnswerPart> Of(Revision revision)
    {
        var parts = new List<AnswerPart>();
        foreach (var question in revision.Answers.Version.Questions)
            parts.AddRange(Of(question, revision.Answers[question], revision.Answers.Comment(question)));
        return parts;
    }

    private static IEnumerable<AnswerPart> Of(Question question, Answer? answer, string? comment)
    {
        var parts = answer switch
        {
            null => [],
            TableAnswer cells => OfTable((TableQuestion)question, cells),
            GroupAnswer rows => OfGroup((RepeatingGroupQuestion)question, rows),
            _ => OfColumns(question, answer),
        };
        return string.IsNullOrEmpty(comment) ? parts : parts.Append(new AnswerPart(question, $"{question.Id}/comment", "Comment", Cell.OfText(comment)));
    }

    private static IEnumerable<AnswerPart> OfTable(TableQuestion table, TableAnswer answer)
    {
        for (var row = 0; row < table.Rows.Count; row++)
            for (var column = 0; column < table.TableColumns.Count; column++)
                if (answer.Cells[table.CellOf(row, column)] is { } figure)
                {
                    var (named, across) = (table.Rows[row], table.TableColumns[column]);
                    yield return new AnswerPart(
                        table, $"{table.Id}/{named.Id}/{across.Id}", table.TableColumns.Count == 1 ? named.Label : $"{named.Label}: {across.Label}", across.Cells.CellOf(figure));
                }
    }

    private static IEnumerable<AnswerPart> OfGroup(RepeatingGroupQuestion group, GroupAnswer answer)
    {
        for (var number = 1; number <= answer.Rows.Count; number++)
            for (var place = 0; place < group.Questions.Count; place++)
                if (answer.Rows[number - 1][place] is { } value)
                {
                    var question = group.Questions[place];
                    var row = number.ToString(CultureInfo.InvariantCulture);
                    foreach (var part in OfColumns(question, value))
                        yield return new AnswerPart(group, $"{group.Id}/{row}/{part.Place}", $"Row {row}: {question.Label}", part.Value);
                }
    }

    private static IEnumerable<AnswerPart> OfColumns(Question question, Answer answer)
    {
        var cells = new Cell[question.Columns.Count];
        question.Export(answer, cells);
        for (var place = 0; place < cells.Length; place++)
            if (cells[place].Kind != CellKind.Empty)
                yield return new AnswerPart(question, question.Columns[place].Id, cells.Length == 1 ? null : question.Columns[place].Heading, cells[place]);
    }
}
