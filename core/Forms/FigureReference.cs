using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringReturns.Core.Forms;

/// <summary>
/// Names a figure of a form: <c>people-helped</c> is a question's own, <c>by-kind/value</c> the total of a table's column,
/// <c>by-kind/food/value</c> a cell of it. A table with one column may be named without it.
/// </summary>
[JsonConverter(typeof(FigureReferenceConverter))]
public readonly record struct FigureReference(QuestionId Question, RowId? Row = null, ColumnId? Column = null)
{
    public static bool TryParse(string? text, out FigureReference figure)
    {
        figure = default;
        var parts = text?.Split('/') ?? [];
        if (parts.Length is < 1 or > 3 || !Identifier.TryParse<QuestionId>(parts[0], out var question))
            return false;
        RowId? row = null;
        ColumnId? column = null;
        if (parts.Length > 1)
        {
            if (!Identifier.TryParse<ColumnId>(parts[^1], out var named))
                return false;
            column = named;
        }
        if (parts.Length > 2)
        {
            if (!Identifier.TryParse<RowId>(parts[1], out var named))
                return false;
            row = named;
        }
        figure = new FigureReference(question, row, column);
        return true;
    }

    public override string ToString() => (Row, Column) switch
    {
        (null, null) => Question.Value,
        (null, { } column) => $"{Question}/{column}",
        ({ } row, var column) => $"{Question}/{row}/{column}",
    };

    public static implicit operator FigureReference(QuestionId question) => new(question);
}

/// <summary>Reads and writes a reference to a figure as a JSON string.</summary>
public sealed class FigureReferenceConverter : JsonConverter<FigureReference>
{
    public override FigureReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FigureReference.TryParse(reader.GetString(), out var figure) ? figure : throw new JsonException("Not a figure's name, like question, table/column or table/row/column.");

    public override void Write(Utf8JsonWriter writer, FigureReference value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
