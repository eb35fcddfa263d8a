using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>What count, number, money and percentage share: a decimal figure, sent as a JSON number or as text that people would type.</summary>
public abstract partial class FigureQuestion(QuestionDocument definition) : Question(definition)
{
    /// <summary>The largest figure that is kept: whole pence of it fit a 64-bit integer with room to add up.</summary>
    public const decimal Largest = 999_999_999_999.99m;

    /// <summary>The most digits after the point.</summary>
    public abstract int Decimals { get; }

    public abstract CellKind Kind { get; }

    /// <summary>How to write it, for messages, such as "as a whole number, like 42".</summary>
    protected abstract string Example { get; }

    /// <summary>Whether it may be below zero.</summary>
    public virtual bool NegativeAllowed => false;

    public override IReadOnlyList<Column> Columns => field ??= [OneColumn(Kind)];

    public sealed override bool IsFigure => true;

    public sealed override decimal? Figure(Answer answer) => ((FigureAnswer)answer).Figure;

    public sealed override IReadOnlyList<Measure> Measures => field ??= [new(MeasureId.Of(Id), Label, Kind, MeasureKind.Figure) { Indicators = Indicator is { } indicator ? [indicator] : [] }];

    public sealed override void Count(Answer answer, Span<decimal?> figures) => figures[0] = ((FigureAnswer)answer).Figure;

    public sealed override Answer? Parse(ref Utf8JsonReader json, Findings findings)
    {
        decimal figure;
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                if (!json.TryGetDecimal(out figure))
                    return Refuse(ref json, findings, Catalogue.NumberTooLarge, TooLarge);
                break;
            case JsonTokenType.String:
                if (!ReadText.TryGet(ref json, out var text))
                    return Refuse(ref json, findings, Catalogue.WrongType, $"Enter {Named} {Example}.");
                if (text.Length == 0)
                    return null;
                if (!TryReadTyped(WithoutSign(text), out figure))
                    return Refuse(ref json, findings, Catalogue.WrongType, $"Enter {Named} {Example}.");
                break;
            default:
                return Refuse(ref json, findings, Catalogue.WrongType, $"Enter {Named} {Example}.");
        }
        return Judge(ref json, figure, findings);
    }

    public sealed override void Write(Utf8JsonWriter json, Answer answer) => json.WriteNumberValue(((FigureAnswer)answer).Figure);

    public sealed override IEnumerable<Box> Boxes(Answer answer, string place) => [new(place, TextOf(((FigureAnswer)answer).Figure))];

    public sealed override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place) => json.WriteStringValue(typed.Text(place));

    /// <summary>The figure that stands in a box, whether it may be kept or not; null where there is none.</summary>
    internal decimal? FigureIn(string text) => text.Trim() is { Length: > 0 } typed && TryReadTyped(WithoutSign(typed), out var figure) ? figure : null;

    /// <summary>A figure as it stands in a box: whole pounds, or pounds and two digits of pence.</summary>
    internal string TextOf(decimal figure) =>
        figure.ToString(Kind == CellKind.Money && decimal.Truncate(figure) != figure ? "0.00" : "0.######", CultureInfo.InvariantCulture);

    public sealed override void Export(Answer answer, Span<Cell> cells) => cells[0] = CellOf(((FigureAnswer)answer).Figure);

    /// <summary>A figure of this kind as a cell; empty where there is none.</summary>
    internal Cell CellOf(decimal? figure) => Cell.OfFigure(Kind, figure);

    private string Named => $"“{Label}”";

    private string TooLarge => $"Check {Named}: the figure is larger than {Largest:N2}.";

    private Answer? Judge(ref Utf8JsonReader json, decimal figure, Findings findings)
    {
        if (Math.Abs(figure) > Largest)
            return Refuse(ref json, findings, Catalogue.NumberTooLarge, TooLarge);
        if (figure < 0 && !NegativeAllowed)
            return Refuse(ref json, findings, Catalogue.Negative, $"Enter {Named} as zero or more.");
        if (figure.Scale > Decimals && decimal.Round(figure, Decimals) != figure)
            return Decimals == 0
                ? Refuse(ref json, findings, Catalogue.NotWhole, $"Enter {Named} {Example}.")
                : Refuse(ref json, findings, Catalogue.TooManyDecimals, $"Enter {Named} with {Decimals} decimal {(Decimals == 1 ? "place" : "places")} or fewer.");
        return new FigureAnswer(Canonical(figure));
    }

    /// <summary>The same value without trailing zeros: 12.50 and 12.5 are one answer and have one digest.</summary>
    private static decimal Canonical(decimal figure) => figure.Scale == 0 && figure > 0 ? figure : figure / 1.0000000000000000000000000000m;

    /// <summary>The text without the sign that people put beside a figure of this kind; another kind's sign is a mistake to be seen.</summary>
    private string WithoutSign(string text) => Kind switch
    {
        CellKind.Money when text.StartsWith('£') => text[1..].TrimStart(),
        CellKind.Percentage when text.EndsWith('%') => text[..^1].TrimEnd(),
        _ => text,
    };

    private static bool TryReadTyped(string text, out decimal figure)
    {
        figure = 0;
        return Typed().IsMatch(text) && decimal.TryParse(
            text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out figure);
    }

    // A comma only before three digits: 12,50, as much of Europe writes twelve and a half, is not to be read as 1,250.
    [GeneratedRegex(@"^[+-]?([0-9]*|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Typed();
}
