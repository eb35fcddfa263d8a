using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Web.Pages.Returns.Questions;

/// <summary>An answer in words, as a page says it beside a box or in place of one.</summary>
public static class LastWords
{
    /// <summary>Null for a table, whose cells say it each, and for a declaration, which is made anew each time.</summary>
    public static string? Of(Question question, Answer answer) => question is TableQuestion or DeclarationQuestion ? null : InWords(question, answer);

    /// <summary>An answer that fits a line or a paragraph; a table's is its totals.</summary>
    public static string InWords(Question question, Answer answer)
    {
        var cells = new Cell[question.Columns.Count];
        question.Export(answer, cells);
        return question is TableQuestion table
            ? string.Join(", ", table.TableColumns.Index().Where(column => table.ColumnTotal(answer, column.Index) is not null)
                .Select(column => $"{column.Item.Label}: {Of(column.Item.Cells.Kind, table.ColumnTotal(answer, column.Index))}"))
            : ReadableCell.Of(cells[^1]);
    }

    public static string Of(CellKind kind, decimal? figure) => ReadableCell.Of(Cell.OfFigure(kind, figure));
}
