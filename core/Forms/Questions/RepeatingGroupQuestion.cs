using System.Globalization;
using System.Text;
using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>
/// The same few questions as often as needed, sent as a list of objects, a row each. In the sheet of all answers it has a column with
/// the number of rows, a column with each figure's total, and one with the rows in words. Where exactly one of its questions is a figure,
/// the total of that one is the group's own figure: it can be checked, and add to an indicator.
/// </summary>
public sealed class RepeatingGroupQuestion(QuestionDocument definition) : Question(definition)
{
    public const string Name = "repeatingGroup";

    /// <summary>The most rows where the form names no number.</summary>
    public const int UsualRows = 50;

    public IReadOnlyList<Question> Questions { get; } = [.. definition.Questions.Select(QuestionTypes.Make)];

    public int MaxRows { get; } = definition.MaxRows ?? UsualRows;

    public override string Type => Name;

    public override IReadOnlyList<Column> Columns => field ??=
    [
        new($"{Id}-rows", $"{Label}: how many", CellKind.Count),
        .. FigureQuestions.Select(question => new Column($"{Id}-{question.Id}", $"{Label}: {question.Label}, total", question.Columns[0].Kind)),
        new(Id.Value, Label, CellKind.Text, Width: 60, Wrap: true),
    ];

    private IEnumerable<Question> FigureQuestions => Questions.Where(question => question is CountQuestion or MoneyQuestion or NumberQuestion);

    /// <summary>A group is a figure where exactly one of its questions is one: that one's total.</summary>
    public override bool IsFigure => FigureQuestions.Take(2).Count() == 1;

    public override IReadOnlyList<Measure> Measures => field ??=
    [
        .. FigureQuestions.Select(question => new Measure(MeasureId.OfColumn(Id, question.Id.Value), $"{Label}: {question.Label}", question.Columns[0].Kind, MeasureKind.Figure)
        {
            Indicators = IsFigure && Indicator is { } indicator ? [indicator] : [],
        }),
    ];

    public override void Count(Answer answer, Span<decimal?> figures)
    {
        var place = 0;
        foreach (var question in FigureQuestions)
            figures[place++] = Total((GroupAnswer)answer, question);
    }

    public override decimal? Figure(Answer answer) => IsFigure ? Total((GroupAnswer)answer, FigureQuestions.First()) : null;

    private decimal Total(GroupAnswer answer, Question question)
    {
        var place = Questions.Index().First(asked => asked.Item == question).Index;
        return answer.Rows.Sum(row => row[place] is { } value ? question.Figure(value) ?? 0 : 0);
    }

    public override Answer? Parse(ref Utf8JsonReader json, Findings findings)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartArray)
            return Refuse(ref json, findings, Catalogue.WrongType, $"Send “{Label}” as a list of rows.");
        var rows = new List<Answer?[]>();
        var found = findings.All.Count;
        var number = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            number++;
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                findings.Refuse(Catalogue.WrongType, Id, $"Send each row of “{Label}” as an object of answers; row {number} is none.");
                continue;
            }
            var row = ParseRow(ref json, findings, number);
            if (number <= MaxRows && row.Any(answer => answer is not null))
                rows.Add(row);
        }
        if (number > MaxRows)
            findings.Refuse(Catalogue.TooManyRows, Id, $"Enter {MaxRows} rows or fewer for “{Label}”; there are {number}.");
        return rows.Count == 0 || findings.All.Count > found ? null : new GroupAnswer(rows);
    }

    public override void Write(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartArray();
        foreach (var row in ((GroupAnswer)answer).Rows)
        {
            json.WriteStartObject();
            foreach (var place in CanonicalOrder)
                if (row[place] is { } value)
                {
                    json.WritePropertyName(Questions[place].Id.Value);
                    Questions[place].Write(json, value);
                }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The name of the box that says how many rows a page shows, the empty ones too.</summary>
    public static string CountOf(string place) => $"{place}/rows";

    /// <summary>Where the boxes of a question in a row are.</summary>
    /// <param name="number">The row's, from 1.</param>
    public static string PlaceOf(string place, int number, Question question) => string.Create(CultureInfo.InvariantCulture, $"{place}/{number}/{question.Id}");

    public override bool IsIn(TypedBoxes typed, string place) => typed.Has(CountOf(place));

    public override IEnumerable<Box> Boxes(Answer answer, string place) => BoxesOf([.. ((GroupAnswer)answer).Rows.Select((row, at) => BoxesOf(row, place, at + 1))], place);

    /// <summary>How many rows a page showed; never more than one more than are allowed.</summary>
    public int TypedRows(TypedBoxes typed, string place) =>
        int.TryParse(typed.Text(CountOf(place)), NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? Math.Min(rows, MaxRows + 1) : 0;

    public override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place)
    {
        json.WriteStartArray();
        for (var number = 1; number <= TypedRows(typed, place); number++)
        {
            json.WriteStartObject();
            foreach (var question in Questions)
            {
                json.WritePropertyName(question.IdUtf8);
                question.WriteTyped(json, typed, PlaceOf(place, number, question));
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The boxes without rows in which nothing stands, and without one more: the rest is numbered anew, as it is stored.</summary>
    /// <param name="without">The number of a row that goes too; null for none.</param>
    public TypedBoxes Closed(TypedBoxes typed, string place, int? without = null)
    {
        var rows = new List<IEnumerable<Box>>();
        for (var number = 1; number <= TypedRows(typed, place); number++)
            if (number != without && !IsEmpty(typed, place, number))
                rows.Add(BoxesOf(typed, place, number, rows.Count + 1));
        return typed.Replacing(name => name.StartsWith($"{place}/", StringComparison.Ordinal) && IsOfRows(name.AsSpan(place.Length + 1)), BoxesOf(rows, place));
    }

    private static bool IsOfRows(ReadOnlySpan<char> rest) => rest.SequenceEqual("rows") || (rest.Length > 0 && char.IsAsciiDigit(rest[0]));

    private static IEnumerable<Box> BoxesOf(List<IEnumerable<Box>> rows, string place) =>
        [new Box(CountOf(place), rows.Count.ToString(CultureInfo.InvariantCulture)), .. rows.SelectMany(row => row)];

    private IEnumerable<Box> BoxesOf(Answer?[] row, string place, int number) =>
        Questions.Index().Where(asked => row[asked.Index] is not null).SelectMany(asked => asked.Item.Boxes(row[asked.Index]!, PlaceOf(place, number, asked.Item)));

    private IEnumerable<Box> BoxesOf(TypedBoxes typed, string place, int number, int newNumber) =>
        Questions.SelectMany(question => NamesOf(typed, PlaceOf(place, number, question))
            .SelectMany(name => typed.All(name).Select(text => new Box(PlaceOf(place, newNumber, question) + name[PlaceOf(place, number, question).Length..], text))));

    private bool IsEmpty(TypedBoxes typed, string place, int number) =>
        Questions.All(question => NamesOf(typed, PlaceOf(place, number, question)).All(name => typed.All(name).All(string.IsNullOrWhiteSpace)));

    private static IEnumerable<string> NamesOf(TypedBoxes typed, string place) =>
        new[] { place }.Concat(DateQuestion.BoxesOf(place)).Where(typed.Has);

    public override void Export(Answer answer, Span<Cell> cells)
    {
        var rows = ((GroupAnswer)answer).Rows;
        cells[0] = Cell.OfCount(rows.Count);
        var column = 1;
        foreach (var question in FigureQuestions)
            question.Export(new FigureAnswer(Total((GroupAnswer)answer, question)), cells.Slice(column++, 1));
        cells[column] = Cell.OfText(InWords(rows));
    }

    public override void CheckOwn(Answer answer, Findings findings)
    {
        var rows = ((GroupAnswer)answer).Rows;
        for (var number = 1; number <= rows.Count; number++)
        {
            var inRow = findings.InRow(Id, number);
            for (var place = 0; place < Questions.Count; place++)
            {
                var question = Questions[place];
                if (rows[number - 1][place] is { } value)
                    question.CheckOwn(value, inRow);
                else if (question.Required)
                    inRow.PutRight(Catalogue.AnswerRequired, question.Id, $"Enter “{question.Label}” in row {number} of “{Label}”.");
            }
        }
    }

    private int[] CanonicalOrder => field ??= [.. Enumerable.Range(0, Questions.Count).OrderBy(place => Questions[place].Id.Value, StringComparer.Ordinal)];

    private Answer?[] ParseRow(ref Utf8JsonReader json, Findings findings, int number)
    {
        var inRow = findings.InRow(Id, number);
        var row = new Answer?[Questions.Count];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var place = PlaceOf(ref json);
            json.Read();
            if (place < 0)
            {
                json.Skip();
                findings.Refuse(Catalogue.UnknownQuestion, Id, $"“{Label}” has no such question as row {number} answers: its questions are {string.Join(", ", Questions.Select(question => question.Id))}.");
            }
            else
                row[place] = Questions[place].Parse(ref json, inRow);
        }
        return row;
    }

    private int PlaceOf(ref Utf8JsonReader json)
    {
        try
        {
            for (var place = 0; place < Questions.Count; place++)
                if (json.ValueTextEquals(Questions[place].IdUtf8))
                    return place;
            return -1;
        }
        catch (InvalidOperationException)
        {
            // The name holds an escaped half of a surrogate pair: valid JSON, but no text and no id.
            return -1;
        }
    }

    private string InWords(IReadOnlyList<Answer?[]> rows)
    {
        var words = new StringBuilder();
        Span<Cell> cell = new Cell[1];
        foreach (var row in rows)
        {
            if (words.Length > 0)
                words.Append("; ");
            var first = true;
            for (var place = 0; place < Questions.Count; place++)
                if (row[place] is { } value)
                {
                    words.Append(first ? "" : ", ");
                    first = false;
                    cell[0] = Cell.Empty;
                    Questions[place].Export(value, cell);
                    words.Append(ReadableCell.Of(cell[0]));
                }
        }
        return words.ToString();
    }
}
