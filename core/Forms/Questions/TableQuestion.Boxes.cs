using System.Text.Json;

namespace MonitoringReturns.Core.Forms.Questions;

/// <content>A table's boxes on a page: one a cell.</content>
public sealed partial class TableQuestion
{
    /// <summary>The name of a cell's box.</summary>
    public string BoxOf(string place, int row, int column) => $"{place}/{Rows[row].Id}/{TableColumns[column].Id}";

    /// <summary>The figures that stand in the boxes, cell by cell, for totals of what can't be kept yet.</summary>
    public TableAnswer FiguresIn(TypedBoxes typed, string place)
    {
        var cells = new decimal?[Rows.Count * TableColumns.Count];
        for (var cell = 0; cell < cells.Length; cell++)
            cells[cell] = TableColumns[cell % TableColumns.Count].Cells.FigureIn(typed.Text(BoxOf(place, cell / TableColumns.Count, cell % TableColumns.Count)));
        return new TableAnswer(cells);
    }

    public override bool IsIn(TypedBoxes typed, string place)
    {
        for (var row = 0; row < Rows.Count; row++)
            for (var column = 0; column < TableColumns.Count; column++)
                if (typed.Has(BoxOf(place, row, column)))
                    return true;
        return false;
    }

    public override IEnumerable<Box> Boxes(Answer answer, string place)
    {
        for (var row = 0; row < Rows.Count; row++)
            for (var column = 0; column < TableColumns.Count; column++)
                if (((TableAnswer)answer).Cells[CellOf(row, column)] is { } figure)
                    yield return new Box(BoxOf(place, row, column), TableColumns[column].Cells.TextOf(figure));
    }

    public override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place)
    {
        json.WriteStartObject();
        for (var row = 0; row < Rows.Count; row++)
        {
            json.WriteStartObject(Rows[row].IdUtf8);
            for (var column = 0; column < TableColumns.Count; column++)
            {
                json.WritePropertyName(TableColumns[column].IdUtf8);
                TableColumns[column].Cells.WriteTyped(json, typed, BoxOf(place, row, column));
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
