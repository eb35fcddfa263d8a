using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>The answers to one form version as cells, a column a question or table cell, as far as the reader may see them. Used again for each return.</summary>
internal sealed class ShownAnswers
{
    private readonly Sight? _sight;
    private readonly (Question Question, int From, int Count)[] _places;
    private readonly bool[] _seen;
    private readonly Cell[] _cells;

    /// <param name="sight">What the reader may see; null for the provider, who sees all of its own.</param>
    public ShownAnswers(FormVersion version, Sight? sight)
    {
        _sight = sight;
        var columns = new List<Column>();
        _places = new (Question, int, int)[version.Questions.Count];
        foreach (var question in version.Questions)
        {
            _places[question.Ordinal] = (question, columns.Count, question.Columns.Count);
            columns.AddRange(question.Columns);
        }
        Columns = columns;
        _cells = new Cell[columns.Count];
        _seen = new bool[columns.Count];
        foreach (var (question, from, count) in _places)
            for (var place = 0; place < count; place++)
                _seen[from + place] = SeesColumn(question, place);
    }

    /// <summary>All columns of the version, also those that the reader may not see.</summary>
    public IReadOnlyList<Column> Columns { get; }

    public bool Sees(int column) => _seen[column];

    /// <summary>The cells of a return; those of columns that are not seen are empty. Good until the next call.</summary>
    public Cell[] Of(Revision revision)
    {
        _cells.AsSpan().Clear();
        foreach (var (question, from, count) in _places)
        {
            if (_sight?.Sees(question) == false)
                continue;
            var cells = _cells.AsSpan(from, count);
            if (revision.Answers[question] is { } answer)
            {
                question.Export(answer, cells);
                if (_sight?.HidesSmallNumbersOf(question) == true)
                    HideSmallNumbers((TableQuestion)question, (TableAnswer)answer, cells);
            }
            else if (revision.NotAsked[question.Ordinal])
                cells.Fill(Cell.NotAsked);
        }
        for (var column = 0; column < _cells.Length; column++)
            if (!_seen[column])
                _cells[column] = Cell.Empty;
        return _cells;
    }

    /// <summary>Sensitive tables have no totals of rows: the cells row by row, then a total a column.</summary>
    private static void HideSmallNumbers(TableQuestion table, TableAnswer answer, Span<Cell> cells)
    {
        var column = new decimal?[table.Rows.Count];
        for (var place = 0; place < table.TableColumns.Count; place++)
        {
            for (var row = 0; row < column.Length; row++)
                column[row] = answer.Cells[table.CellOf(row, place)];
            var hidden = SmallNumbers.Of(column);
            for (var row = 0; row < column.Length; row++)
                cells[table.CellOf(row, place)] = SmallNumbers.OfCell(hidden.Cells[row], column[row]);
            if (hidden.Total)
                cells[answer.Cells.Count + place] = SmallNumbers.OfCell(ShownAs.Hidden, table.ColumnTotal(answer, place));
        }
    }

    private bool SeesColumn(Question question, int place)
    {
        if (_sight is null)
            return true;
        if (!_sight.Sees(question))
            return false;
        if (_sight.IsLead || question is not TableQuestion table)
            return true;
        // Row by row, each row's total after it; then the totals, which hold every funder's rows.
        var wide = table.TableColumns.Count + (table.RowTotals ? 1 : 0);
        var row = place / wide;
        return row < table.Rows.Count ? _sight.SeesRowOf(table.Rows[row].Funder) : !table.Rows.Any(one => one.Funder is not null);
    }
}
