using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>
/// Rows by columns of counts or money, sent as <c>{"food":{"value":1250.5,"number":31}}</c>: what is left out, or null, is not answered,
/// which is not zero. Totals are worked out and never sent.
/// </summary>
public sealed partial class TableQuestion : Question
{
    public const string Name = "table";

    private readonly int[] _canonicalRows;
    private readonly int[] _canonicalColumns;

    public TableQuestion(QuestionDocument definition) : base(WithOneIndicator(definition))
    {
        Rows = [.. definition.Rows.Select(row => new TableRow(row.Id, row.Label.En, row.Funder))];
        TableColumns =
        [
            .. definition.Columns.Select(column => new TableColumn(
                column.Id, column.Label.En,
                CellsOf(definition, column), column.Indicator ?? (definition.Columns.Count == 1 ? definition.Indicator : null))),
        ];
        RowTotals = definition.RowTotals;
        WholeRows = definition.WholeRows;
        Sensitive = definition.Sensitive;
        _canonicalRows = [.. Enumerable.Range(0, Rows.Count).OrderBy(row => Rows[row].Id.Value, StringComparer.Ordinal)];
        _canonicalColumns = [.. Enumerable.Range(0, TableColumns.Count).OrderBy(column => TableColumns[column].Id.Value, StringComparer.Ordinal)];
        Measures = [.. MakeMeasures(definition)];
    }

    public override string Type => Name;

    public IReadOnlyList<TableRow> Rows { get; }

    public IReadOnlyList<TableColumn> TableColumns { get; }

    /// <summary>Shows a total a row as well as a total a column.</summary>
    public bool RowTotals { get; }

    /// <summary>A row has all of its columns or none.</summary>
    public bool WholeRows { get; }

    /// <summary>Counts of people of which small ones are hidden from all but the lead funder.</summary>
    public bool Sensitive { get; }

    /// <summary>One column: its total is the question's own figure.</summary>
    public override bool IsFigure => TableColumns.Count == 1;

    /// <summary>The cells row by row, then a total a column.</summary>
    public override IReadOnlyList<Measure> Measures { get; }

    /// <summary>The cells row by row, each row's total after it where the form shows one; then a total a column.</summary>
    public override IReadOnlyList<Column> Columns => field ??= [.. MakeColumns()];

    public int CellOf(int row, int column) => (row * TableColumns.Count) + column;

    /// <summary>The total of a column; null where none of its cells is answered.</summary>
    public decimal? ColumnTotal(Answer answer, int column)
    {
        decimal? total = null;
        for (var row = 0; row < Rows.Count; row++)
            if (((TableAnswer)answer).Cells[CellOf(row, column)] is { } figure)
                total = (total ?? 0) + figure;
        return total;
    }

    /// <summary>The total of a row; null where none of its cells is answered.</summary>
    public decimal? RowTotal(Answer answer, int row)
    {
        decimal? total = null;
        for (var column = 0; column < TableColumns.Count; column++)
            if (((TableAnswer)answer).Cells[CellOf(row, column)] is { } figure)
                total = (total ?? 0) + figure;
        return total;
    }

    public override decimal? Figure(Answer answer) => IsFigure ? ColumnTotal(answer, 0) : null;

    public override bool Has(FigureReference figure) =>
        (figure.Column is { } column ? PlaceOf(column) >= 0 : IsFigure) && (figure.Row is not { } row || PlaceOf(row) >= 0);

    public override decimal? Figure(Answer answer, FigureReference figure)
    {
        var column = figure.Column is { } named ? PlaceOf(named) : 0;
        return figure.Row is { } row ? ((TableAnswer)answer).Cells[CellOf(PlaceOf(row), column)] : ColumnTotal(answer, column);
    }

    public override string NameOf(FigureReference figure)
    {
        var parts = new List<string> { Label };
        if (figure.Row is { } row)
            parts.Add(Rows[PlaceOf(row)].Label);
        if (figure.Column is { } column && TableColumns.Count > 1)
            parts.Add(TableColumns[PlaceOf(column)].Label);
        return $"“{string.Join(": ", parts)}”{(figure.Row is null ? " in total" : "")}";
    }

    public override void Count(Answer answer, Span<decimal?> figures)
    {
        var cells = ((TableAnswer)answer).Cells;
        for (var cell = 0; cell < cells.Count; cell++)
            figures[cell] = cells[cell];
        for (var column = 0; column < TableColumns.Count; column++)
            figures[cells.Count + column] = ColumnTotal(answer, column);
    }

    public override Answer? Parse(ref Utf8JsonReader json, Findings findings)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartObject)
            return Refuse(ref json, findings, Catalogue.WrongType, Sentence);
        var cells = new decimal?[Rows.Count * TableColumns.Count];
        var found = findings.All.Count;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var row = PlaceOf(ref json, Rows, one => one.IdUtf8);
            json.Read();
            if (row < 0)
                Refuse(ref json, findings, Catalogue.UnknownRow, $"“{Label}” has no such row; its rows are {List(Rows.Select(one => one.Id.Value))}.");
            else if (json.TokenType == JsonTokenType.StartObject)
                ParseRow(ref json, row, cells, findings);
            else if (json.TokenType != JsonTokenType.Null)
                Refuse(ref json, findings, Catalogue.WrongType, Sentence);
        }
        return findings.All.Count > found || !cells.Any(cell => cell is not null) ? null : new TableAnswer(cells);
    }

    public override void Write(Utf8JsonWriter json, Answer answer)
    {
        var cells = ((TableAnswer)answer).Cells;
        json.WriteStartObject();
        foreach (var row in _canonicalRows)
        {
            var open = false;
            foreach (var column in _canonicalColumns)
                if (cells[CellOf(row, column)] is { } figure)
                {
                    if (!open)
                        json.WriteStartObject(Rows[row].IdUtf8);
                    open = true;
                    json.WriteNumber(TableColumns[column].IdUtf8, figure);
                }
            if (open)
                json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    public override void Export(Answer answer, Span<Cell> cells)
    {
        var place = 0;
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < TableColumns.Count; column++)
                cells[place++] = TableColumns[column].Cells.CellOf(((TableAnswer)answer).Cells[CellOf(row, column)]);
            if (RowTotals)
                cells[place++] = TableColumns[0].Cells.CellOf(RowTotal(answer, row));
        }
        for (var column = 0; column < TableColumns.Count; column++)
            cells[place++] = TableColumns[column].Cells.CellOf(ColumnTotal(answer, column));
        if (RowTotals)
            cells[place] = TableColumns[0].Cells.CellOf(((TableAnswer)answer).Cells.Any(cell => cell is not null) ? ((TableAnswer)answer).Cells.Sum(cell => cell ?? 0) : null);
    }

    public override void CheckOwn(Answer answer, Findings findings)
    {
        if (!WholeRows)
            return;
        for (var row = 0; row < Rows.Count; row++)
        {
            var (given, open) = (-1, -1);
            for (var column = 0; column < TableColumns.Count; column++)
                if (((TableAnswer)answer).Cells[CellOf(row, column)] is null)
                    open = open < 0 ? column : open;
                else
                    given = given < 0 ? column : given;
            if (given >= 0 && open >= 0)
                findings.InTable(Id, Rows[row].Id).PutRight(
                    Catalogue.RowIncomplete, TableColumns[open].Id.Value,
                    $"“{Rows[row].Label}” in “{Label}” has an answer for “{TableColumns[given].Label}” and none for “{TableColumns[open].Label}”. Enter both, or clear both.");
        }
    }

    /// <summary>A column's place; -1 where there is none.</summary>
    public int PlaceOf(ColumnId id)
    {
        for (var place = 0; place < TableColumns.Count; place++)
            if (TableColumns[place].Id == id)
                return place;
        return -1;
    }

    /// <summary>A row's place; -1 where there is none.</summary>
    public int PlaceOf(RowId id)
    {
        for (var place = 0; place < Rows.Count; place++)
            if (Rows[place].Id == id)
                return place;
        return -1;
    }

    private string Sentence => $"Send “{Label}” as an object of rows, each an object of columns, like {{\"{Rows[0].Id}\":{{\"{TableColumns[0].Id}\":42}}}}.";

    private void ParseRow(ref Utf8JsonReader json, int row, decimal?[] cells, Findings findings)
    {
        var inRow = findings.InTable(Id, Rows[row].Id);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var column = PlaceOf(ref json, TableColumns, one => one.IdUtf8);
            json.Read();
            if (column < 0)
                Refuse(ref json, findings, Catalogue.UnknownColumn, $"“{Label}” has no such column; its columns are {List(TableColumns.Select(one => one.Id.Value))}.");
            else
                cells[CellOf(row, column)] = (TableColumns[column].Cells.Parse(ref json, inRow) as FigureAnswer)?.Figure;
        }
    }

    private static int PlaceOf<T>(ref Utf8JsonReader json, IReadOnlyList<T> items, Func<T, byte[]> idOf)
    {
        try
        {
            for (var place = 0; place < items.Count; place++)
                if (json.ValueTextEquals(idOf(items[place])))
                    return place;
            return -1;
        }
        catch (InvalidOperationException)
        {
            // The name holds an escaped half of a surrogate pair: valid JSON, but no text and no id.
            return -1;
        }
    }

    private static string List(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        return string.Join(", ", all.Take(12)) + (all.Count > 12 ? ", …" : "");
    }

    /// <summary>A table with one column is one figure, whichever of the two its indicator is written on.</summary>
    private static QuestionDocument WithOneIndicator(QuestionDocument table) =>
        table.Columns.Count == 1 ? table with { Indicator = table.Indicator ?? table.Columns[0].Indicator } : table;

    private static FigureQuestion CellsOf(QuestionDocument table, ColumnDocument column)
    {
        // A column's id is an identifier as a question's is, so that a finding can name it.
        var cells = new QuestionDocument { Id = new QuestionId(column.Id.Value), Type = column.Type, Label = column.Label };
        return column.Type switch
        {
            CountQuestion.Name => new CountQuestion(cells),
            MoneyQuestion.Name => new MoneyQuestion(cells),
            _ => throw new FormDefinitionException(table.Id.Value, $"column {column.Id} is of type “{column.Type}”; a table has columns of count or money"),
        };
    }

    private IEnumerable<Measure> MakeMeasures(QuestionDocument definition)
    {
        for (var row = 0; row < Rows.Count; row++)
            foreach (var column in TableColumns)
            {
                var indicators = new List<IndicatorId>();
                if (column.Indicator is { } ofColumn)
                    indicators.Add(ofColumn);
                if (definition.Rows[row].Indicators.TryGetValue(column.Id, out var ofCell))
                    indicators.Add(ofCell);
                yield return new Measure(MeasureId.OfCell(Id, Rows[row].Id, column.Id), LabelOf(Rows[row].Label, column), column.Cells.Columns[0].Kind, MeasureKind.Cell)
                {
                    Indicators = indicators,
                    Funder = Rows[row].Funder,
                };
            }
        foreach (var column in TableColumns)
            yield return new Measure(MeasureId.OfColumn(Id, column.Id.Value), LabelOf("total", column), column.Cells.Columns[0].Kind, MeasureKind.ColumnTotal);
    }

    private IEnumerable<Column> MakeColumns()
    {
        foreach (var row in Rows)
        {
            foreach (var column in TableColumns)
                yield return new Column($"{Id}/{row.Id}/{column.Id}", LabelOf(row.Label, column), column.Cells.Columns[0].Kind);
            if (RowTotals)
                yield return new Column($"{Id}/{row.Id}", $"{Label}: {row.Label}: total", TableColumns[0].Cells.Columns[0].Kind);
        }
        foreach (var column in TableColumns)
            yield return new Column($"{Id}//{column.Id}", LabelOf("total", column), column.Cells.Columns[0].Kind);
        if (RowTotals)
            yield return new Column($"{Id}//", $"{Label}: total of all", TableColumns[0].Cells.Columns[0].Kind);
    }

    private string LabelOf(string row, TableColumn column) => TableColumns.Count == 1 ? $"{Label}: {row}" : $"{Label}: {row}: {column.Label}";
}
