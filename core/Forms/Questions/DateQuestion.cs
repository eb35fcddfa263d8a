using System.Globalization;
using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A day, written <c>2026-06-30</c>, between 1900 and 2199. On a page it has three boxes; a month may be typed as its name.</summary>
public sealed class DateQuestion(QuestionDocument definition) : Question(definition)
{
    public const string Name = "date";

    private const string Format = "yyyy-MM-dd";
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

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
        return DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear
            ? new DateAnswer(day)
            : Refuse(ref json, findings, Catalogue.NotADate, text.Split('-') is [var year, var month, var ofMonth] ? SentenceOn(ofMonth, month, year) : Sentence);
    }

    public override void Write(Utf8JsonWriter json, Answer answer) =>
        json.WriteStringValue(((DateAnswer)answer).Day.ToString(Format, CultureInfo.InvariantCulture));

    public override void Export(Answer answer, Span<Cell> cells) => cells[0] = Cell.OfDate(((DateAnswer)answer).Day);

    /// <summary>The names of its three boxes: day, month, year.</summary>
    public static IReadOnlyList<string> BoxesOf(string place) => [$"{place}-day", $"{place}-month", $"{place}-year"];

    public override bool IsIn(TypedBoxes typed, string place) => BoxesOf(place).Any(typed.Has);

    public override IEnumerable<Box> Boxes(Answer answer, string place)
    {
        var (day, names) = (((DateAnswer)answer).Day, BoxesOf(place));
        return [new(names[0], Digits(day.Day, 1)), new(names[1], Digits(day.Month, 1)), new(names[2], Digits(day.Year, 4))];
    }

    public override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place)
    {
        var (day, month, year) = Typed(typed, place);
        json.WriteStringValue(day.Length + month.Length + year.Length == 0 ? "" : $"{year}-{month}-{day}");
    }

    /// <summary>The places among its boxes, from 0, that are wrong: what an error is about. All where the parts are none but make no day.</summary>
    public static IReadOnlyList<int> WrongBoxes(TypedBoxes typed, string place)
    {
        var (day, month, year) = Typed(typed, place);
        bool[] right = [IsNumber(day, 1, 31), IsNumber(month, 1, 12), IsYear(year)];
        return right.Contains(false) ? [.. Enumerable.Range(0, 3).Where(part => !right[part])] : [0, 1, 2];
    }

    private string Sentence => $"Enter “{Label}” as a day, like 2026-06-30.";

    /// <summary>Which part is wrong; a text that is too long for three parts is no date at all.</summary>
    private string SentenceOn(string day, string month, string year)
    {
        if (year.Length + month.Length + day.Length > 8)
            return Sentence;
        string[] missing = [.. new[] { (day, "a day"), (month, "a month"), (year, "a year") }.Where(part => part.Item1.Length == 0).Select(part => part.Item2)];
        if (missing.Length > 0)
            return $"“{Label}” must include {string.Join(" and ", missing)}.";
        if (!IsYear(year))
            return $"The year of “{Label}” must be 4 numbers from {FirstYear} to {LastYear}.";
        if (!IsNumber(month, 1, 12))
            return $"The month of “{Label}” must be a number from 1 to 12.";
        if (!IsNumber(day, 1, 31))
            return $"The day of “{Label}” must be a number from 1 to 31.";
        var (number, ofMonth) = (int.Parse(day, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture));
        return number <= DateTime.DaysInMonth(int.Parse(year, CultureInfo.InvariantCulture), ofMonth)
            ? Sentence
            : $"“{Label}” must be a real date: {char.ToUpperInvariant(Months[ofMonth - 1][0])}{Months[ofMonth - 1][1..]} {year} has no day {number}.";
    }

    private static bool IsNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    private static bool IsYear(string text) => text.Length == 4 && IsNumber(text, FirstYear, LastYear);

    private static string Digits(int number, int least) => number.ToString($"D{least}", CultureInfo.InvariantCulture);

    /// <summary>The parts as they stand in a written date; what can be none is a question mark, so that it is never taken for one.</summary>
    private static (string Day, string Month, string Year) Typed(TypedBoxes typed, string place)
    {
        var parts = BoxesOf(place).Select(name => typed.Text(name).Trim()).ToArray();
        var named = parts[1].Length < 3 ? -1 : Array.FindIndex(Months, month => month.StartsWith(parts[1], StringComparison.OrdinalIgnoreCase));
        return (Part(parts[0], 2), named < 0 ? Part(parts[1], 2) : Digits(named + 1, 2), Part(parts[2], 4));
    }

    private static string Part(string text, int most) =>
        text.Length == 0 ? "" : text.Length > most || !text.All(char.IsAsciiDigit) ? "?" : most == 2 ? text.PadLeft(2, '0') : text;
}
