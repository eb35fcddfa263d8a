using System.Globalization;
using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A day, written <c>2026-06-30</c>, between 1900 and 2199.</summary>
public sealed class DateQuestion(QuestionDocument definition) : Question(definition)
{
    public const string Name = "date";

    private const string Format = "yyyy-MM-dd";

    public override string Type => Name;

    public override IReadOnlyList<Column> Columns => field ??= [OneColumn(CellKind.Date)];

    public override Answer? Parse(ref Utf8JsonReader json, Findings findings)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.String || !ReadText.TryGet(ref json, out var text))
            return Refuse(ref json, findings, Catalogue.WrongType, Sentence);
        if (text.Length == 0)
            return null;
        return DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200
            ? new DateAnswer(day)
            : Refuse(ref json, findings, Catalogue.NotADate, Sentence);
    }

    public override void Write(Utf8JsonWriter json, Answer answer) =>
        json.WriteStringValue(((DateAnswer)answer).Day.ToString(Format, CultureInfo.InvariantCulture));

    public override void Export(Answer answer, Span<Cell> cells) => cells[0] = Cell.OfDate(((DateAnswer)answer).Day);

    private string Sentence => $"Enter “{Label}” as a day, like 2026-06-30.";
}
